"""The shelf of metrics: one file each."""
