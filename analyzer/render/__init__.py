"""Comparison -> HTML."""
