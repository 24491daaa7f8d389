"""Who is due, the loop around it, and what tells other schedulers to do the same."""
