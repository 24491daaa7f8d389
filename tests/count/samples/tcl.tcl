# A comment.
proc greet {name} {
    # Another.
    puts "# no comment" ;# trailing
    regexp {a#b} $name
}
