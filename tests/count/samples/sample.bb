# A comment.
SUMMARY = "a # b"

