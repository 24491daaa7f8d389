;;; emacs.el --- a sample
(defvar text "; no comment
; nor here
") ; trailing

(defvar quote ?\")
