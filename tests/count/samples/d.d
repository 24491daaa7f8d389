// A comment.
/+ A block
+/
string text = `
// no comment
`; // trailing

/* Another
*/
