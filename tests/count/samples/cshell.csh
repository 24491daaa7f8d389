#!/bin/csh
set path = (/bin /usr/bin)

# A comment.
echo "# no comment" # trailing
