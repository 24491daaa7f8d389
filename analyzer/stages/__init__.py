"""The steps of the pipeline, one file each: a step joins rooms that do not know each other."""
