"""Payer rules: each one pure function and its dated law."""
