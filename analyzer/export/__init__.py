"""Comparison -> files for other programs."""
