"""The shelf of checks: one file is one check."""
