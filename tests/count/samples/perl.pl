#!/usr/bin/perl
use strict;

=head1 NAME

greet - says hello

=cut

my $last = $#array; # trailing
print <<"WORDS";
# no comment
WORDS
# a comment
$text =~ s/a#b/c/;
