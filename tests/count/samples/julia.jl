# A comment.
#= A block
   #= within a block =#

=#
text = """
# no comment
""" * "# nor here" # trailing
c = '#'
