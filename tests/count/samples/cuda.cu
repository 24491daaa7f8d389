// A comment.
__global__ void add(int *a) { /* trailing */ }

/* A block
*/
const char *text = "// no comment";
