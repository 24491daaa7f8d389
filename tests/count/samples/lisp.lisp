;; A comment.
#| A block
   #| within a block |#
|#
(defvar text "; no comment") ; trailing

(defvar quote #\")
