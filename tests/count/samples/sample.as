// A comment.
var text:String = "/* no comment */"; // trailing

/* A block
*/
