-- A comment.
/- A block
   /- within a block -/
-/
def text := "-- no comment" -- trailing

