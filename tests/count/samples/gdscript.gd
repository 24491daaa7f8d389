# A comment.
extends Node

var text = "# no comment" # trailing
## A documentation comment.
func greet():
	pass
