-- A comment.
text: STRING = "%"-- no comment" -- trailing

