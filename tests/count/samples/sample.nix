# A comment.
/* A block
*/
{ text = ''
  # no comment
''; } # trailing

