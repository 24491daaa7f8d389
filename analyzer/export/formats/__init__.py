"""Formats of text: one file is one format."""
