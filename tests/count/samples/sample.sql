-- A comment.
# MySQL's
/* A block

*/
SELECT '-- no comment', 'it''s
-- nor here
' FROM a; -- trailing
SELECT "/*" FROM b;
