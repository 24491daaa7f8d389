; A comment.
# Another.
/* A block
*/
Name "; no comment" ; trailing

