"""Formats that need templates or pictures: one file is one format."""
