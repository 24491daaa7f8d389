-- A comment.
a --| b = a
{- A block
   {- within a block -}

-}
a' = 'x' --> 1
quote = '"' -- trailing
text = "-- no comment {-"
