(* A comment. *)
Definition one := 1. (* trailing *)

(* A block
   (* within a block *)
*)
