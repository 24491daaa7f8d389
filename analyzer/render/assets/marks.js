// A chart of single marks: drawn by Vega, read by pointer and keys.
class Marks {
  constructor(figure, source) {
    this.figure = figure;
    this.box = figure.querySelector(".plot");
    this.source = source;
    this.meta = source.meta;
    this.tables = Object.fromEntries(Object.entries(source.tables).map(([name, table]) => [name, records(table)]));
    this.hidden = new Set();
    this.items = [];
    this.at = -1;
  }
  get padding() { return this.box.clientWidth >= 520 ? this.meta.padding : this.meta.narrow; }
  width() { return Math.max(120, this.box.clientWidth - this.padding.left - this.padding.right); }
  rows(name) { return this.tables[name] && this.tables[name].filter(row => !this.hidden.has(row.repository)); }

  get changed() { return this.width() !== this.view.width(); }
  sized(spec) { return { ...spec, width: this.width(), padding: this.padding }; }
  async fit() { this.view.padding(this.padding).width(this.width()); }

  async start() {
    if (!this.tables.points.length) return;
    await this.drawn();
    this.box.classList.add("lively");
    this.furnish();
    new ResizeObserver(() => { if (this.changed) this.draw(); }).observe(this.box);
    this.draw();
  }
  async drawn() {
    const spec = this.sized(this.source.spec);
    this.live = make("div", { class: "live" });
    this.view = await shown({ ...spec, data: filled(spec.data, name => this.rows(name)) }, this.live);
    this.box.append(this.live);
  }
  async draw() {
    await this.fit();
    for (const name of Object.keys(this.tables)) this.view.data(name, this.rows(name));
    await this.view.runAsync();
    this.items = this.collect();
    this.leave();
  }
  // Where the marks are, in pixels of the box.
  collect() {
    const found = [];
    const walk = (group, left, top) => {
      for (const mark of group.items) for (const item of mark.items || []) {
        if (mark.marktype === "group") walk(item, left + (item.x || 0), top + (item.y || 0));
        else if (/tips_marks$/.test(mark.name || "")) {
          const { x1, y1, x2, y2 } = item.bounds;
          found.push({ row: item.datum, left: left + x1, top: top + y1, width: x2 - x1, height: y2 - y1 });
        }
      }
    };
    const [left, top] = this.view.origin();
    for (const item of this.view.scenegraph().root.items) walk(item, left, top);
    return found;
  }

  furnish() {
    const { box, figure } = this;
    box.setAttribute("tabindex", "0");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", `${figure.querySelector("h3").textContent}: arrow keys read the marks one by one`);
    this.frame = make("div", { class: "framed" });
    this.reading = make("div", { class: "reading", role: "status" });
    box.append(this.frame, this.reading);
    box.addEventListener("pointermove", event => this.move(event));
    box.addEventListener("pointerleave", () => this.leave());
    box.addEventListener("blur", () => this.leave());
    box.addEventListener("keydown", event => this.key(event));
    legend(figure, this.hidden, () => this.draw());
  }
  move(event) {
    const { left, top } = this.box.getBoundingClientRect(), x = event.clientX - left, y = event.clientY - top;
    const away = item => Math.hypot(Math.max(item.left - x, 0, x - item.left - item.width), Math.max(item.top - y, 0, y - item.top - item.height));
    let best = -1;
    // Of marks on top of each other the last one is seen; of boxes within boxes, the smallest.
    this.items.forEach((item, index) => { if (away(item) <= 14 && (best < 0 || away(item) <= away(this.items[best]))) best = index; });
    if (best < 0) this.leave(); else this.read(best);
  }
  key(event) {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }, last = this.items.length - 1;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in steps) this.read(Math.min(last, Math.max(0, this.at < 0 && steps[event.key] < 0 ? last : this.at + steps[event.key])));
    else if (event.key === "Home") this.read(0);
    else if (event.key === "End") this.read(last);
    else if (event.key === "Escape") this.leave();
    else return;
    event.preventDefault();
  }
  leave() {
    this.at = -1;
    this.frame.style.display = this.reading.style.display = "none";
  }
  read(index) {
    if (index === this.at) return;
    this.at = index;
    const { row, left, top, width, height } = this.items[index], [[title], ...tips] = this.meta.tips, table = make("table");
    for (const [field, word] of tips) {
      if (row[field] === "" || row[field] === undefined) continue;
      const line = make("tr"), text = typeof row[field] === "number" ? decimals(0).format(row[field]) : row[field];
      line.append(make("td", {}, text), make("td", {}, word));
      table.append(line);
    }
    this.reading.replaceChildren(make("b", {}, row[title]), table);
    Object.assign(this.frame.style, { left: `${left - 2}px`, top: `${top - 2}px`, width: `${width + 4}px`, height: `${height + 4}px`, display: "block" });
    this.reading.style.display = "block";
    const side = left + width + 10 + this.reading.offsetWidth > this.box.clientWidth ? left - 10 - this.reading.offsetWidth : left + width + 10;
    this.reading.style.left = `${Math.max(0, Math.min(side, this.box.clientWidth - this.reading.offsetWidth))}px`;
    this.reading.style.top = `${Math.max(0, top + (side < 0 ? height + 8 : 0))}px`;
  }
}

// Small plots of marks, one for each repository: Vega cannot make them wider, so that they are drawn anew.
class MarkPanels extends Marks {
  get columns() { return Math.max(1, Math.min(this.meta.panels.columns, Math.floor((this.box.clientWidth - this.meta.panels.room) / 170))); }
  width() {
    const { room, gap } = this.meta.panels;
    return Math.max(80, Math.floor((this.box.clientWidth - room - 16 - (this.columns - 1) * gap) / this.columns));
  }
  get changed() { return this.fitted !== this.box.clientWidth; }
  sized(spec) {
    this.fitted = this.box.clientWidth;
    return arranged(spec, this.columns, this.width());
  }
  async fit() {
    if (!this.changed) return;
    this.view.finalize();
    this.live.remove();
    await this.drawn();
  }
}
