\ A comment.
( Another )
: greet ." \no comment" ; \ trailing

