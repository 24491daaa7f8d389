"""URL or path -> a whole bare mirror in the cache, or a local repository read in place."""
