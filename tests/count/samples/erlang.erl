% A comment.
-module(greet).

greet() -> "% no comment". % trailing
percent() -> $%.
quote() -> $".
%% last
