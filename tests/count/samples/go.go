// Package greet says hello.
package greet

const text = `
// no comment

`
/* A block
*/
var c = '"' // trailing
