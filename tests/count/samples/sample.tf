# A comment.
// Another.
/* A block
*/
name = "# no comment" # trailing
text = <<EOT
# nor here
EOT

