"""Diptych: sets git repositories side by side."""

__version__ = "0.1.0"
