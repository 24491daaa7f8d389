"""Mirror -> facts of its history: commits, changes, tags, trees, blobs."""
