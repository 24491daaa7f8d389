(* A comment. *)
(* A block
   (* within a block *)

*)
let quote = '"' (* trailing *)
let text = "(* no comment
(* nor here
"
