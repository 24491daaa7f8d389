// A comment.
/* A block
*/
var text = "one
// no comment
"; // trailing
