// A comment.
pub fn main() {
  "// no comment" // trailing

}
