# A comment.
#[ A block
  #[ within a block ]#
]#
let text = """
# no comment
""" & "# nor here" # trailing

let c = '#'
