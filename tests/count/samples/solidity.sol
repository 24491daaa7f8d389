// SPDX-License-Identifier: MIT
contract Greeter {

    /* A block
    */
    string text = "// no comment"; // trailing
}
