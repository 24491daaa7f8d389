// Rows of charts, as analyzer/render/packing.py packs them, and small things that the other scripts share.
const MONTHS = "January February March April May June July August September October November December".split(" ");
const YEAR = 365.25 * 864e5;

const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
const inflated = id => new Response(new Blob([bytes(document.getElementById(id).textContent)]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
function numbers(column, rows) {
  const source = bytes(column.data), result = new Float64Array(rows);
  for (let row = 0, half = 0, sum = 0; row < rows; row++) {
    // Multiplied, not shifted: times in milliseconds pass 32 bits.
    let rest = 0, weight = 1, four;
    do {
      four = half & 1 ? source[half >> 1] >> 4 : source[half >> 1] & 15;
      half++;
      rest += (four & 7) * weight;
      weight *= 8;
    } while (four > 7);
    sum += rest % 2 ? -(rest + 1) / 2 : rest / 2;
    result[row] = sum * column.step / column.scale;
  }
  return result;
}
const names = column => column.runs.flatMap(([place, length]) => Array(length).fill(column.names[place]));
const hashes = column => {
  const source = bytes(column.data);
  return { at: row => [...source.subarray(4 * row, 4 * row + 4)].map(byte => byte.toString(16).padStart(2, "0")).join("") };
};
function unpack(table) {
  const columns = {};
  for (const [field, column] of Object.entries(table.fields)) {
    columns[field] = column.kind === "number" ? numbers(column, table.rows) : column.kind === "name" ? names(column) : hashes(column);
  }
  return columns;
}
function records(table) {
  const columns = unpack(table), fields = Object.keys(columns);
  return Array.from({ length: table.rows }, (_, row) => Object.fromEntries(fields.map(field => [field, columns[field][row]])));
}

// --- Small things -------------------------------------------------------------------------------------------------
function make(tag, attributes = {}, text = "") {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}
const decimals = digits => new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const when = (time, monthly) => {
  const date = new Date(time), month = `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return monthly ? month : `${date.getUTCDate()} ${month}`;
};
// The last row from `from` to `to` (exclusive) whose time is not after `time`; from - 1 if there is none.
function before(times, time, from, to) {
  while (from < to) {
    const middle = (from + to) >> 1;
    if (times[middle] <= time) from = middle + 1; else to = middle;
  }
  return from - 1;
}
// As analyzer/render/labels.py.
function spread(values, top, height, gap) {
  const step = gap * (top ? top / height : 1), places = [], order = values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
  let floor = 0, ceiling = Math.max(top, 0);
  for (const index of order) { places[index] = Math.max(values[index], floor); floor = places[index] + step; }
  for (const index of order.reverse()) { places[index] = Math.min(places[index], ceiling); ceiling = places[index] - step; }
  return places;
}
