; A comment.
# Another.
main:
        mov eax, 1 ; trailing

/* A block
*/
