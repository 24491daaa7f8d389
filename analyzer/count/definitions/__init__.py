"""The shelf of published definitions of "comment": one file each."""
