"""What drives the difference between two scenarios, assumption by assumption and line by line."""
