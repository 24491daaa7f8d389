#!/bin/sh

# A comment.
echo "$# arguments # no comment"
cat <<EOF
# no comment

EOF
text='it
# is no comment
' && echo a#b # trailing
echo \# no comment
