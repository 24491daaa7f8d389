# frozen_string_literal: true

=begin
A block comment
=end
def greet(name)
  text = <<~WORDS
    # no comment

    #{name}
  WORDS
  puts "# #{text}" # trailing
  # last
end
