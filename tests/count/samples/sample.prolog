% A comment.
/* A block
*/
greet(X) :- write("% no comment"). % trailing

percent(0'%).
