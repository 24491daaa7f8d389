# A comment.
/* A block

*/
class greet {
  $text = "# no comment" # trailing
}
