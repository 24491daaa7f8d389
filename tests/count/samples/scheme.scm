;; A comment.
#| A block
|#
(define text "; no comment") ; trailing

(define quote #\")
