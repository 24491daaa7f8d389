<!-- A comment -->
<p><?php echo "?>"; // trailing ?></p>
<?php
# A comment.
/* A block ?>
*/
#[Attribute]
$text = <<<WORDS
// no comment
WORDS;

$more = 'one
# nor here
'; # trailing
// last
?>
<!-- Another -->
