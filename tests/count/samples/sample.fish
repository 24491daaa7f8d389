# A comment.
function greet
    echo '# no comment' # trailing

end
