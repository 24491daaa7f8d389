// A comment.
/* A block
   /* within a block */
*/
val text = """
// no comment
""" + '"' // trailing

println(text)
