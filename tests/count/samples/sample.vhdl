-- A comment.
entity greet is -- trailing

end greet;
