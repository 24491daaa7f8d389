// A comment.
float4 main() : SV_Target { return 1; } // trailing

/* A block
*/
