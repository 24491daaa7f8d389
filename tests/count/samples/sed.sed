# A comment.
s/a#b/c/

p
