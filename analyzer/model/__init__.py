"""The values that rooms hand to each other: plain, immutable, without behaviour that reads or writes."""
