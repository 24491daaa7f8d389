"""Facts <-> SQL."""
