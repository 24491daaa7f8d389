*> A comment.
      * In the seventh column.
       IDENTIFICATION DIVISION.

           DISPLAY "*> no comment". *> trailing
