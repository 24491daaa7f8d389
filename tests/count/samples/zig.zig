//! A file.
const text =
    \\// no comment
    \\"
;

const url = "// nor here"; // trailing
