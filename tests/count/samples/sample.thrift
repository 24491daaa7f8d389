# A comment.
// Another.
/* A block
*/
struct Greeting { 1: string text } // trailing

