<#
.SYNOPSIS

Says hello.
#>
function Greet {
    # A comment.
    $text = @"
# no comment
"@
    Write-Output "it`"s # $text" # trailing
}
