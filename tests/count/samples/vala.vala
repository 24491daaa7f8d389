// A comment.
/* A block
*/
string text = """
// no comment
"""; // trailing

char c = '"';
