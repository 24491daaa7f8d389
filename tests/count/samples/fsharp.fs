// A comment.
(* A block
*)
let text = """
// no comment
""" // trailing

let add = (*) 1 2
let f (x: 'a) = x
