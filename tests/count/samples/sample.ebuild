# A comment.
EAPI=8 # trailing

DESCRIPTION="# no comment"
