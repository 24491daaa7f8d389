// A comment.
/* A block

*/
const quote = /["'`/*]/; // trailing
const half = a / 2, text = `
// no comment

`;
const url = "http://example.org/*"; /* trailing
and on */
return /\/\*/.test(quote);
