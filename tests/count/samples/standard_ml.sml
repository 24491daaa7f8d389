(* A comment. *)
val text = "(* no comment *)" (* trailing *)

(* A block
   (* within a block *)
*)
