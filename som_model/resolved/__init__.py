"""What a scenario states, with everything it refers to found: its lines, figures and titles."""
