"""What is known: prices, target groups, indices and schedules as data with sources; payer rules as pure functions."""
