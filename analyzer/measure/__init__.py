"""Facts -> one metric each, pure."""
