// A comment.
{ A block
}
(* Another
*)
begin
  writeln('{ no comment }'); // trailing

end.
