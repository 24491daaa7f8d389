# A comment.
greet <- function(name) {
  text <- "one
# no comment
"

  paste(text, '#') # trailing
}
