/// <summary>Documentation.</summary>
var path = @"C:\
// no comment

";
var text = """
  /* nor here */
  """; // trailing
/* A block
*/
