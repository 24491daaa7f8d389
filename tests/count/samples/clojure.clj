; A comment.
(def text "; no comment
; nor here
") ; trailing

(def quote \")
(def semicolon \;)
