// A comment.
/* A block
*/
module greet; // trailing

endmodule
