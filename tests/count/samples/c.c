/* A block

   comment. */
// A line comment, \
   which goes on.
#include <stdio.h>

int main(void) {
    puts("/* no comment */ // nor here"); // trailing
    char c = '"'; /* trailing
    and on */
    /* before */ return 0;
}
