* A comment.
// Another.
/* A block
*/
display "// no comment" // trailing

