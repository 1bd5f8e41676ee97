"""Charts, drawn on matplotlib figures without global state."""
