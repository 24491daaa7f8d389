// A comment.
# Another.
/* A block
*/
{
  text: "// no comment", // trailing

}
