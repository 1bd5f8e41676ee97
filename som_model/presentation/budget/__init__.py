"""The budget file: what the municipality pays and receives, line by line, in its own sign."""
