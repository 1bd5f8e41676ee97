"""The outcome as often as one likes, with every uncertain assumption drawn."""
