! A comment.
program greet
  print *, "! no comment" ! trailing

end program
