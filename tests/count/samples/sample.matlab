% A comment.
# Octave's.
%{

A block
%}
text = "% no comment"; % trailing
b = a';
