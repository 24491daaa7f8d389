/// Documentation.
var text = '''
// no comment
'''; // trailing

/* A block
   /* within a block */
*/
