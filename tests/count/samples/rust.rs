//! A crate.
/* A block
   /* within a block */
   goes on */
fn greet<'a>(name: &'a str) -> String {
    let quote = '"'; // trailing
    let raw = r#"
// no comment "
/*
"#;

    let text = "one
// nor here
";
    /// Documentation.
    format!("{name}{raw}{text}{quote}")
}
