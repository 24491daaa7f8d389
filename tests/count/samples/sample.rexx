/* A comment. */
say "/* no comment */" /* trailing */

/* A block
   /* within a block */
*/
