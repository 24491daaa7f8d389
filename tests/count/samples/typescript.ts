/** Documentation. */
const text: string = `
// no comment
`; // trailing

type Quote = '"';
