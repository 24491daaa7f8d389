# A comment.
#[[ A block

]]
message("# no comment
# nor here
") # trailing
