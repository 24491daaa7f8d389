"""What a comparison asks of each repository: one file is one subject."""
