-- A comment.
procedure Greet is
   Quote : Character := '"'; -- trailing

   Text : String := "-- no comment";
begin
   null;
end Greet;
