' A comment.
REM Another.
Dim text = "' no comment" ' trailing

Dim remainder = 1
