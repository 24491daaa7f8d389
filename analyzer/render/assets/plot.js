// A compiled spec's own data are empty: `rows` gives those of a name, or nothing.
const filled = (sets, rows) => sets.map(set => rows(set.name) ? { ...set, values: rows(set.name) } : set);
async function shown(spec, box) {
  const { View, parse, expressionInterpreter } = await vega;
  const view = new View(parse(spec, null, { ast: true }), { renderer: "svg", container: box, expr: expressionInterpreter, logLevel: 1 });
  return view.runAsync();
}
// Small plots, of this width and so many in a row: the axes beside and below them are laid out for three.
function arranged(spec, columns, width) {
  const signals = spec.signals.map(signal => signal.name === "child_width" ? { ...signal, value: width } : signal);
  const counted = ([first]) => [{ ...first, stop: { signal: first.stop.signal.replace(/\b3\)$/, `${columns})`) } }];
  const data = spec.data.map(set => /_domain_(row|column)$/.test(set.name) ? { ...set, transform: counted(set.transform) } : set);
  return { ...spec, signals, data, layout: { ...spec.layout, columns } };
}
// One chart: drawn by Vega, read and zoomed by pointer and keys.
// Names above a chart become buttons that hide what they name.
function legend(figure, hidden, draw) {
  for (const item of figure.querySelectorAll(".legend li")) {
    const button = make("button", { type: "button", "aria-pressed": "true" });
    button.append(...item.childNodes);
    button.addEventListener("click", () => {
      const name = item.dataset.name;
      if (!hidden.delete(name)) hidden.add(name);
      button.setAttribute("aria-pressed", String(!hidden.has(name)));
      draw();
    });
    item.append(button);
  }
}
class Plot {
  constructor(figure, source) {
    this.figure = figure;
    this.box = figure.querySelector(".plot");
    this.source = source;
    this.meta = source.meta;
    this.height = source.spec.height;
    this.rows = unpack(source.tables.points);
    // What stays as it is, whatever part is shown.
    this.fixed = Object.fromEntries(["spans", "claimed", "levels"].filter(name => source.tables[name]).map(name => [name, records(source.tables[name])]));
    this.lines = this.split();
    this.all = [source.params.start, source.params.stop];
    this.span = this.all;
    this.hidden = new Set();
    this.number = decimals(this.meta.decimals);
  }
  split() {
    const by = this.rows[this.meta.by] || [], lines = [];
    for (let row = 0; row < by.length; row++) {
      if (!row || by[row] !== by[row - 1]) lines.push({ name: by[row], from: row, to: row });
      lines[lines.length - 1].to = row + 1;
    }
    return lines;
  }
  get areas() { return this.meta.kind === "areas"; }
  get single() { return true; }
  get changed() { return this.width() !== this.view.width(); }
  sized(spec, data) { return { ...spec, width: this.width(), padding: this.padding, data }; }
  async fit() { this.view.padding(this.padding).width(this.width()); }
  // Where the plot (that the pointer is in) begins, in pixels of the box.
  edge() { return this.padding.left; }
  get labelled() { return this.areas || this.width() > 420; }
  get padding() {
    if (this.box.clientWidth >= 520) return data.padding;
    return { ...data.padding, left: 48, right: this.areas ? 92 : 14 };
  }
  width() { return Math.max(120, this.box.clientWidth - this.padding.left - this.padding.right); }
  visible() { return this.lines.filter(line => !this.hidden.has(line.name)); }
  row(index, fields) { return Object.fromEntries(fields.map(field => [field, this.rows[field][index]])); }

  // As analyzer/render/thinning.py, for the span that is shown.
  tables() {
    const [start, stop] = this.span, times = this.rows.time, drawn = this.rows[this.meta.drawn], pixels = this.width();
    const fields = Object.keys(this.rows).filter(field => field !== "commit" && field !== "open");
    const points = [], open = [], last = [];
    let top = this.meta.top || 0;
    const totals = new Map();
    for (const line of this.visible()) {
      const from = Math.max(line.from, before(times, start, line.from, line.to));
      const to = Math.min(line.to, before(times, stop, line.from, line.to) + 2);
      let slot = NaN, chosen = new Set(), low = from, high = from, end = from;
      const close = () => { for (const index of [...new Set([low, high, end])].sort((a, b) => a - b)) chosen.add(index); };
      for (let index = from; index < to; index++) {
        const place = Math.floor((times[index] - start) / (stop - start || 1) * pixels);
        if (place !== slot) { close(); slot = place; low = high = index; chosen.add(index); }
        if (drawn[index] < drawn[low]) low = index;
        if (drawn[index] > drawn[high]) high = index;
        end = index;
      }
      close();
      for (const index of chosen) if (index < to) points.push(this.row(index, fields));
      for (let index = from; index < to; index++) {
        if (this.areas) totals.set(times[index], (totals.get(times[index]) || 0) + drawn[index]);
        else top = Math.max(top, drawn[index], this.meta.thin ? this.rows.value[index] : 0);
        if (this.rows.open && this.rows.open[index] && times[index] <= stop) open.push(this.row(index, fields));
      }
      let final = before(times, stop, line.from, line.to);
      if (this.rows.open && final > line.from && this.rows.open[final]) final--;
      if (final >= line.from) last.push({ name: line.name, value: drawn[final] });
    }
    if (this.areas) top = Math.max(0, ...totals.values());
    return { ...this.fixed, points, open, ends: this.ends(last, top, stop) };
  }
  ends(last, top, stop) {
    if (!this.labelled) return [];
    let floor = 0;
    const values = last.map(({ value }) => { const middle = floor + value / 2; if (this.areas) floor += value; return this.areas ? middle : value; });
    const places = spread(values, top, this.height, this.areas ? 15 : 17);
    return last.map(({ name }, index) => ({ [this.meta.by]: name, time: stop, place: places[index] }));
  }

  async start() {
    if (!this.lines.length) return;
    await this.drawn();
    this.box.classList.add("lively");
    this.furnish();
    new ResizeObserver(() => { if (this.changed) this.draw(); }).observe(this.box);
  }
  async drawn() {
    const given = this.tables(), { spec, tables } = this.source;
    this.live = make("div", { class: "live" });
    this.box.prepend(this.live);
    this.view = await shown(this.sized(spec, filled(spec.data, name => name in tables && given[name])), this.live);
    this.names = Object.keys(tables);
  }
  async draw() {
    await this.fit();
    const given = this.tables(), view = this.view;
    for (const name of this.names) view.data(name, given[name]);
    view.signal("start", this.span[0]).signal("stop", this.span[1]).runAsync();
    this.leave();
    for (const button of this.buttons || []) button.setAttribute("aria-pressed", String(button.months === this.chosen));
  }
  show(span, chosen = null) {
    const least = this.meta.across ? 1 : 28 * 864e5, length = Math.max(least, Math.min(span[1] - span[0], this.all[1] - this.all[0]));
    const start = Math.max(this.all[0], Math.min(span[0], this.all[1] - length));
    this.span = [start, start + length];
    this.chosen = length >= this.all[1] - this.all[0] ? 0 : chosen;
    this.draw();
  }

  furnish() {
    const { box, figure } = this;
    box.setAttribute("tabindex", "0");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", `${figure.querySelector("h3").textContent}: left and right arrow keys read values, plus and minus zoom`);
    this.rule = make("div", { class: "rule" });
    this.drag = make("div", { class: "drag" });
    this.reading = make("div", { class: "reading", role: "status" });
    box.append(this.drag, this.rule, this.reading);
    this.dots = [];
    box.addEventListener("pointermove", event => this.move(event));
    box.addEventListener("pointerdown", event => this.press(event));
    box.addEventListener("pointerup", event => this.release(event));
    box.addEventListener("pointerleave", () => { if (this.from === undefined) this.leave(); });
    box.addEventListener("blur", () => this.leave());
    box.addEventListener("dblclick", () => this.show(this.all, 0));
    box.addEventListener("keydown", event => this.key(event));
    this.addSpans();
    legend(figure, this.hidden, () => this.draw());
  }
  addSpans() {
    const whole = (this.all[1] - this.all[0]) / YEAR, group = make("div", { class: "spans", role: "group", "aria-label": "Time shown" });
    this.buttons = [[0, "All"], [120, "10 years"], [60, "5 years"], [12, "1 year"]].filter(([months]) => months / 12 < whole).map(([months, text]) => {
      const button = make("button", { type: "button", "aria-pressed": String(!months) }, text);
      button.months = months;
      button.addEventListener("click", () => this.show(months ? [this.all[1] - months / 12 * YEAR, this.all[1]] : this.all, months));
      return button;
    });
    this.chosen = 0;
    if (this.buttons.length < 2) return;
    group.append(...this.buttons);
    this.box.before(group);
  }
  // --- Reading values ---
  time(event) {
    const x = event.clientX - this.box.getBoundingClientRect().left - this.edge(event);
    return this.span[0] + Math.min(1, Math.max(0, x / this.width())) * (this.span[1] - this.span[0]);
  }
  place(time) { return this.edge() + (time - this.span[0]) / (this.span[1] - this.span[0] || 1) * this.width(); }
  near(time) {
    const times = this.rows.time;
    let best = null;
    for (const line of this.visible()) {
      const index = before(times, time, line.from, line.to);
      for (const at of [index, index + 1]) {
        if (at >= line.from && at < line.to && (best === null || Math.abs(times[at] - time) < Math.abs(best - time))) best = times[at];
      }
    }
    return best;
  }
  move(event) {
    if (this.from !== undefined) {
      const [left, right] = [this.place(this.from), this.place(this.time(event))].sort((a, b) => a - b);
      Object.assign(this.drag.style, { left: `${left}px`, width: `${right - left}px`, top: `${this.padding.top}px`, height: `${this.height}px`, display: "block" });
    }
    const time = this.near(this.time(event));
    if (time !== null) this.read(time);
  }
  press(event) {
    if (event.pointerType === "mouse" && event.button === 0) { this.from = this.time(event); this.box.setPointerCapture(event.pointerId); }
  }
  release(event) {
    if (this.from === undefined) return;
    const span = [this.from, this.time(event)].sort((a, b) => a - b);
    const wide = Math.abs(this.place(span[1]) - this.place(span[0])) > 8;
    this.from = undefined;
    this.drag.style.display = "none";
    if (wide) this.show(span);
  }
  leave() {
    this.at = undefined;
    for (const element of [this.rule, this.reading]) element.style.display = "none";
    for (const dot of this.dots.splice(0)) dot.remove();
  }
  key(event) {
    const times = this.rows.time, [start, stop] = this.span, middle = this.at ?? (start + stop) / 2;
    const step = direction => {
      let best = null;
      for (const line of this.visible()) {
        const index = direction > 0 ? before(times, this.at, line.from, line.to) + 1 : before(times, this.at - 1e-3, line.from, line.to);
        if (index >= line.from && index < line.to && (best === null || direction * times[index] < direction * best)) best = times[index];
      }
      return best;
    };
    const zoom = factor => this.show([middle - (middle - start) * factor, middle + (stop - middle) * factor]);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves = {
      ArrowLeft: () => this.at === undefined ? this.near(stop) : step(-1),
      ArrowRight: () => this.at === undefined ? this.near(start) : step(1),
      Home: () => this.near(start), End: () => this.near(stop),
    };
    if (moves[event.key]) { const time = moves[event.key](); if (time !== null && time >= start && time <= stop) this.read(time); }
    else if (event.key === "+" || event.key === "=") zoom(0.5);
    else if (event.key === "-") zoom(2);
    else if (event.key === "Escape") this.show(this.all, 0);
    else return;
    event.preventDefault();
  }
  read(time) {
    if (time === this.at) return;
    this.leave();
    this.at = time;
    const times = this.rows.time, table = make("table"), left = this.place(time), scale = this.single && this.view.scale("y");
    let sum = 0;
    for (const line of this.areas ? this.visible().reverse() : this.visible()) {
      const index = before(times, time, line.from, line.to);
      if (index < line.from || (!this.meta.steps && times[index] !== time)) continue;
      sum += this.rows.value[index];
      table.append(this.entry(line.name, index));
      if (!this.areas && this.single) this.dot(line.name, left, this.padding.top + scale(this.rows[this.meta.drawn][index]));
    }
    if (this.areas && table.childNodes.length > 1) table.append(this.line(["all", this.value(sum)]));
    this.reading.replaceChildren(make("b", {}, this.meta.across ? `${time} ${this.meta.across}` : when(time, !this.meta.steps)), table);
    Object.assign(this.rule.style, { left: `${left}px`, top: `${this.padding.top}px`, height: `${this.height}px`, display: "block" });
    this.reading.style.display = "block";
    const right = left + 14 + this.reading.offsetWidth > this.box.clientWidth;
    this.reading.style.left = `${Math.max(0, right ? left - 14 - this.reading.offsetWidth : left + 14)}px`;
    this.reading.style.top = `${this.padding.top + 6}px`;
  }
  value(value) { return this.meta.unit === "percent" ? `${this.number.format(value)} %` : `${this.number.format(value)} ${this.meta.unit}`; }
  entry(name, index) {
    const cells = [name, this.value(this.rows.value[index])];
    if (this.rows.mean) cells.push(this.rows.open[index] ? "not over yet" : `average ${decimals(1).format(this.rows.mean[index])}`);
    if (this.rows.commit) cells.push(`commit ${this.rows.commit.at(index)}`);
    return this.line(cells);
  }
  line(cells) {
    const row = make("tr");
    row.append(...cells.map(text => make("td", {}, text)));
    return row;
  }
  dot(name, left, top) {
    const dot = make("div", { class: `dot repo-${this.meta.order.indexOf(name) % 6 + 1}` });
    Object.assign(dot.style, { left: `${left}px`, top: `${top}px` });
    this.dots.push(dot);
    this.box.append(dot);
  }
}
