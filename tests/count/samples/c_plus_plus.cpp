// A comment.
#include <string>

auto text = R"x(
// no comment )"
/*
)x";
/** Documentation. */
class Greeter {};  // trailing
