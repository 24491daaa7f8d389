/**
 * Documentation.
 */
class Greeter {
    String text = """
        // no comment
        """; // trailing

    // A comment.
    char c = '"';
}
