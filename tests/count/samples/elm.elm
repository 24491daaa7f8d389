-- A comment.
{- A block
   {- within a block -}
-}
text = """
-- no comment
""" -- trailing

quote = '"'
