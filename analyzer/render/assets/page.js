// Sorting of tables, the side index, and the start of it all.
function sortable(table) {
  const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
  if (body.rows.length < 3) return;
  const key = text => {
    const line = text.trim(), plain = line.replace(/[,$%+]/g, "").replace(/^[−-]/, "-").trim();
    return plain !== "" && !isNaN(plain) ? Number(plain) : /^\d+ [A-Z][a-z]+ \d{4}$/.test(line) ? Date.parse(`${line} UTC`) : line;
  };
  heads.forEach((head, column) => {
    const button = make("button", { type: "button", class: "sorter" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const value = row => key((row.cells[column].querySelector(".figure") || row.cells[column]).textContent);
      const order = (a, b) => typeof a === typeof b ? (typeof a === "number" ? a - b : a.localeCompare(b, "en")) : typeof a === "number" ? -1 : 1;
      const rows = [...body.rows].map(row => [value(row), row]).sort(([a], [b]) => (down ? -1 : 1) * order(a, b));
      body.append(...rows.map(([, row]) => row));
    });
  });
}

// --- The page --------------------------------------------------------------------------------------------------------
function index() {
  const menu = document.querySelector(".index details"), wide = matchMedia("(min-width: 1100px)");
  const fit = () => { menu.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
  const links = new Map([...menu.querySelectorAll("a")].map(link => [link.hash.slice(1), link]));
  const seen = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const link of links.values()) link.removeAttribute("aria-current");
      links.get(entry.target.id).setAttribute("aria-current", "true");
    }
  }, { rootMargin: "-10% 0px -80% 0px" });
  for (const part of document.querySelectorAll("main > section")) seen.observe(part);
}
function openTarget() {
  const row = document.getElementById(location.hash.slice(1)), details = row && row.matches("tr") && row.querySelector("details");
  if (details) details.open = true;
}
index();
document.querySelectorAll("table.sortable").forEach(sortable);
addEventListener("hashchange", openTarget);
openTarget();

// --- Charts: unpacked when there is nothing else to do; a browser that cannot keeps the pictures -----------------------
let data, vega = null;
// Only a script with the text whose hash the page's policy names runs.
async function library() {
  const script = make("script", {}, await inflated("library"));
  document.head.append(script);
  return window.vega;
}
if ("DecompressionStream" in window && document.getElementById("library")) {
  data = JSON.parse(await inflated("data"));
  const draw = figure => {
    const source = data.charts[figure.dataset.chart];
    return new ({ marks: source.meta.panels ? MarkPanels : Marks, multiples: Multiples }[source.meta.kind] || Plot)(figure, source).start();
  };
  // One chart at a time, what is nearest to the reader's eyes first; in between the page answers.
  const waiting = [];
  let drawing = false;
  const work = async () => {
    if (drawing) return;
    drawing = true;
    while (waiting.length) {
      const away = new Map(waiting.map(figure => [figure, Math.abs(figure.getBoundingClientRect().top - innerHeight / 4)]));
      waiting.sort((a, b) => away.get(b) - away.get(a));
      try { await draw(waiting.pop()); } catch (error) { reportError(error); }
      await new Promise(done => setTimeout(done));
    }
    drawing = false;
  };
  const near = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      near.unobserve(entry.target);
      waiting.push(entry.target);
      vega = vega || library();
    }
    work();
  }, { rootMargin: "400px" });
  document.querySelectorAll("figure[data-chart]").forEach(figure => near.observe(figure));
  // The first chart is far down for most readers: the library waits for a moment in which nothing else is to be done.
  const idle = window.requestIdleCallback || (act => setTimeout(act, 300));
  addEventListener("load", () => idle(() => { vega = vega || library(); }));
  if (document.readyState === "complete") idle(() => { vega = vega || library(); });
}
