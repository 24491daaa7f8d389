C     A comment.
*     Another.
c     And another.
      PROGRAM GREET
      PRINT *, '! no comment'

!     New style.
      END
