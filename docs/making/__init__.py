"""What writes the generated pages, one module for each; docs/make.py calls them."""
