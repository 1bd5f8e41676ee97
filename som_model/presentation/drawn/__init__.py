"""Charts, one to a module, drawn on matplotlib figures without global state."""
