"""What a reviewer would ask of a calculation."""
