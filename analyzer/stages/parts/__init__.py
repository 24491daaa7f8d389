"""What is read only where something needs it: one file is one part."""
