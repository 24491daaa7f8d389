" A comment.
let text = "no comment"

if exists('x')
  " another
  finish
endif
