"""Many repositories' measurements -> one Comparison."""
