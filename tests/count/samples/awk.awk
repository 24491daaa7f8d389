# A comment.
/#/ { print "# no comment" } # trailing

END { print NR }
