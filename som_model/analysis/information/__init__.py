"""What knowing more would be worth, in kr., from draws of each option's net benefit."""
