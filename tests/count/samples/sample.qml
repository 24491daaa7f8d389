// A comment.
import QtQuick

/* A block
*/
Text { text: "// no comment" } // trailing
