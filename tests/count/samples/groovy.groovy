// A comment.
def text = '''
// no comment
''' + "// nor here" // trailing

/* A block
*/
