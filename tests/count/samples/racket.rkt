#lang racket
; A comment.
#| A block
|#
(define text "; no comment") ; trailing

