"""Tests, mirroring som_model."""
