// Small plots side by side, one for each line: all are read and zoomed as one.
class Multiples extends Plot {
  get single() { return false; }
  get labelled() { return false; }
  get columns() { return Math.max(1, Math.min(3, Math.floor(this.box.clientWidth / 230))); }
  width() {
    // Axes stand at the left of every plot with a scale of its own, else of the first one only.
    const room = this.box.clientWidth - 16 - 48 * (this.meta.own ? this.columns : 1) - (this.columns - 1) * this.meta.gap;
    return Math.max(80, Math.floor(room / this.columns));
  }
  sized(spec, data) {
    this.fitted = this.box.clientWidth;
    return arranged({ ...spec, data }, this.columns, this.width());
  }
  async fit() {
    if (this.fitted === this.box.clientWidth) return;
    this.view.finalize();
    this.live.remove();
    await this.drawn();
  }
  get changed() { return this.fitted !== this.box.clientWidth; }
  // The plots, in pixels of the box.
  panels() {
    const found = [], [left, top] = this.view.origin();
    const walk = (group, x, y) => {
      for (const mark of group.items) if (mark.marktype === "group") for (const item of mark.items) {
        const at = { left: x + (item.x || 0), top: y + (item.y || 0), height: item.height, width: item.width };
        if (mark.name === "cell") found.push(at); else walk(item, at.left, at.top);
      }
    };
    for (const item of this.view.scenegraph().root.items) walk(item, left, top);
    return found;
  }
  edge(event) {
    if (event) {
      const { left, top } = this.box.getBoundingClientRect(), x = event.clientX - left, y = event.clientY - top;
      const away = one => Math.hypot(Math.max(one.left - x, 0, x - one.left - one.width), Math.max(one.top - y, 0, y - one.top - one.height));
      this.panel = this.panels().reduce((best, one) => away(one) < away(best) ? one : best);
    }
    return (this.panel || this.panels()[0]).left;
  }
  read(time) {
    if (time === this.at) return;
    super.read(time);
    const panels = this.panels(), panel = this.panel || panels[0], offset = this.place(time) - panel.left;
    for (const { left, top, height } of panels) {
      const rule = make("div", { class: "rule" });
      Object.assign(rule.style, { left: `${left + offset}px`, top: `${top}px`, height: `${height}px`, display: "block" });
      this.dots.push(rule);
      this.box.append(rule);
    }
    this.rule.style.display = "none";
    this.reading.style.top = `${panel.top + 6}px`;
  }
}
