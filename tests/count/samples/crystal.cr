# A comment.
text = <<-WORDS
  # no comment
  WORDS
puts "# #{text}" # trailing
c = '#'
