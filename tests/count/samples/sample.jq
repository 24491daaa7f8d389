# A comment.
def greet: "# no comment"; # trailing

.name | greet
