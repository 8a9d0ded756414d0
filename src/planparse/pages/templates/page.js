"use strict";
// The page works without this script, as a text with links; with it, one can filter, search and switch the language.
{
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const words = JSON.parse(one("#words").textContent);
  const said = (key, values = {}) =>
    words[key][document.documentElement.lang].replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Language

  const spoken = all("[data-i]");

  function speak(language) {
    document.documentElement.lang = language;
    for (const element of spoken) {
      const { name = "", i, n } = element.dataset;
      const text = name + said(i) + (n ? ` (${n})` : "");
      if (element.textContent !== text) element.textContent = text; // what stands there already is not laid out anew
    }
    for (const element of all("[data-label]")) element.setAttribute("aria-label", said(element.dataset.label));
    for (const element of all("[data-placeholder]")) element.placeholder = said(element.dataset.placeholder);
    one("#language").lang = language === "zh" ? "en" : "zh";
    tell();
    dispatchEvent(new Event("spoken"));
  }

  // Filters: a row is shown that has what is asked for, or, where it has no such property, that a row within it has.

  // The other rows leave the page, and rows stand in lists of CHUNK, of which the browser lays out those in sight: to hide each
  // row where it stands, or to watch each, takes many times as long.

  const CHUNK = 50;
  const lists = all("[data-rows]").map((box) => {
    const rows = all(":scope > ol > li, :scope > tr", box).map(row);
    return { name: box.dataset.rows, box, rows, shown: rows };
  });

  function row(element) {
    const parts = element.localName === "tr" ? all("th, td[data-plan]", element) : [element];
    return { element, id: element.id, has: { ...element.dataset }, pieces: parts.map(piece) };
  }

  // A piece of a row is what is searched by itself, and shown if its plan is: the row as a whole, or a cell of it.

  function piece(element) {
    return { element, plan: element.dataset.plan };
  }

  function fill(list) {
    const { box, shown: rows } = list;
    if (list.head) return tabulate(list);
    const chunks = [];
    for (let at = 0; at < rows.length; at += CHUNK) {
      const chunk = document.createElement("ol");
      chunk.append(...rows.slice(at, at + CHUNK).map((row) => row.element));
      chunks.push(chunk);
    }
    box.replaceChildren(...chunks);
  }

  // Tables with a column a plan: of those that are chosen, the plans that have something in the rows, those with most first. They grow
  // by CHUNK rows, for a table is laid out as a whole.

  const plans = all("[name=plan]");
  const tables = lists.filter(({ box }) => box.localName === "tbody");
  for (const table of tables) {
    const element = table.box.parentElement.tHead.rows[0];
    table.head = { element, pieces: [...element.cells].map(piece) };
  }
  const least = one("[name=least]");
  let chosen = new Set(plans.map((box) => box.value));

  const isShown = (piece) => !piece.plan || !plans.length || chosen.has(piece.plan);

  function tabulate({ name, box, head, shown }, limit = CHUNK) {
    const filled = new Map();
    for (const row of shown)
      for (const piece of row.pieces)
        if (piece.plan && isShown(piece)) filled.set(piece.plan, (filled.get(piece.plan) ?? 0) + 1);
    const order = [...chosen].filter((plan) => filled.has(plan)).sort((a, b) => filled.get(b) - filled.get(a));
    const columns = new Map(order.map((plan, column) => [plan, column]));
    const rows = shown.slice(0, limit);
    for (const row of [head, ...rows]) draw(row, columns);
    box.replaceChildren(...rows.map((row) => row.element));
    const more = one(`[data-more="${name}"]`);
    more.hidden = shown.length <= limit;
    more.onclick = () => tabulate({ name, box, head, shown }, limit + CHUNK);
  }

  function draw({ element, pieces: [about, ...cells] }, columns) {
    const drawn = [about.element];
    let column = 0;
    const leave = (until) => {
      if (until > column) drawn.push(Object.assign(document.createElement("td"), { colSpan: until - column }));
    };
    const standing = cells.filter((cell) => columns.has(cell.plan));
    for (const cell of standing.sort((a, b) => columns.get(a.plan) - columns.get(b.plan))) {
      leave(columns.get(cell.plan));
      drawn.push(cell.element);
      column = columns.get(cell.plan) + 1;
    }
    leave(columns.size);
    element.replaceChildren(...drawn);
  }

  function choose() {
    chosen = new Set(plans.filter((box) => box.checked).map((box) => box.value));
    filter();
  }

  function tick(checked) {
    for (const box of plans) box.checked = checked;
    choose();
  }

  const selects = all(".controls select").filter((select) => select !== least);
  const query = one("[name=q]");
  const texts = all(".prose");
  let found = 0;

  function filter() {
    const asked = selects.filter((select) => select.value).map((select) => [select.name, select.value]);
    const wanted = query.value.trim().toLowerCase();
    const says = (piece) => (piece.words ??= piece.element.textContent.toLowerCase()).includes(wanted);
    const speaks = (row) => !wanted || row.pieces.some((piece) => isShown(piece) && says(piece));
    const spread = Number(least?.value || Boolean(plans.length)); // the number of plans that a row must stand in
    const spreads = (row) => row.pieces.filter((piece) => piece.plan && isShown(piece)).length >= spread;
    const meets = (row) => asked.every(([name, value]) => !(name in row.has) || row.has[name].split(" ").includes(value));
    const holding = new Set(); // the ids of rows within which a row meets all that is asked
    for (const { rows } of lists) for (const row of rows) if (row.has.in && meets(row)) holding.add(row.has.in);
    for (const part of lists) {
      const answers = (row) => asked.every(([name]) => name in row.has) || holding.has(row.id);
      part.shown = part.rows.filter((row) => meets(row) && answers(row) && spreads(row) && speaks(row));
      fill(part);
    }
    search(wanted);
    tell();
  }

  function reset() {
    query.value = "";
    for (const select of all(".controls select")) select.value = "";
    tick(true);
  }

  function tell() {
    const line = one("#state");
    const counts = { left: line.dataset.left || said("side.left"), right: line.dataset.right || said("side.right") };
    for (const { name, rows, shown } of [...lists, { name: "plans", rows: plans, shown: [...chosen] }]) {
      counts[name] = said("of", { n: shown.length, m: rows.length });
      for (const element of all(`[data-count="${name}"]`)) element.textContent = counts[name];
      for (const element of all(`[data-empty="${name}"]`)) element.hidden = shown.length > 0;
    }
    const inText = texts.length && query.value.trim() ? said("hits", { hits: found }) : "";
    line.textContent = said(line.dataset.key, counts) + inText;
  }

  // Search in the text: hits are painted over it, for to wrap each in an element would cost a layout.

  let pieces = null; // the text nodes and where each begins in the text
  let hits = [];
  let current = -1;

  function search(wanted) {
    if (!texts.length) return;
    hits = [];
    current = -1;
    if (wanted) {
      const { text } = gathered();
      const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\\/]/g, "\\$&"), "giu");
      for (const match of text.matchAll(pattern)) hits.push(match.index, match.index + match[0].length);
    }
    found = hits.length / 2;
    one("#next").disabled = !found;
    paint("found", hits);
    paint("current", []);
  }

  const gathered = () => (pieces ??= gather());

  function gather() {
    const nodes = [];
    const starts = [];
    let text = "";
    for (const element of texts) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        nodes.push(walker.currentNode);
        starts.push(text.length);
        text += walker.currentNode.data;
      }
    }
    return { nodes, starts, text };
  }

  function ranges(offsets) {
    const { nodes, starts } = gathered();
    const place = (offset, isEnd) => {
      let [at, behind] = [0, starts.length]; // the last that begins no later, or for an end before it
      while (at + 1 < behind) {
        const middle = (at + behind) >> 1;
        if (starts[middle] + isEnd <= offset) at = middle;
        else behind = middle;
      }
      return [nodes[at], offset - starts[at]];
    };
    const made = [];
    for (let i = 0; i < offsets.length; i += 2) {
      const [startContainer, startOffset] = place(offsets[i], 0);
      const [endContainer, endOffset] = place(offsets[i + 1], 1);
      // Static, for each live one would be looked at whenever anything in the page changes.
      made.push(new StaticRange({ startContainer, startOffset, endContainer, endOffset }));
    }
    return made;
  }

  function paint(name, offsets) {
    const made = offsets.length ? ranges(offsets) : [];
    if (globalThis.CSS?.highlights) CSS.highlights.set(name, new Highlight(...made));
    return made;
  }

  function next(step) {
    if (!found) return;
    current = (current + step + found) % found;
    const [range] = paint("current", hits.slice(2 * current, 2 * current + 2));
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
  }

  // Jumps: from a row to its words and back. What is jumped to is marked, in the row and in the text.

  let pointed = null;
  let marked = [];

  function point() {
    const [id, key] = /^#((?:row|words)-(.+))$/.exec(location.hash)?.slice(1) ?? [];
    for (const element of marked) element.classList.remove("hit");
    marked = [];
    pointed = key ?? null;
    if (!id) return;
    if (!document.getElementById(id)) reset(); // a row that was filtered away
    // In a page of two plans, the words on the other side come into view as well.
    const row = one(`.rows [data-t~="${CSS.escape(key)}"]`);
    const keys = new Set([...(row?.dataset.t.split(" ") ?? []), key]);
    for (const one of keys) marked.push(...all(`[data-t~="${CSS.escape(one)}"]`));
    for (const element of marked) element.classList.add("hit");
    const goals = [...keys].filter((other) => other !== key).map((other) => document.getElementById(`words-${other}`));
    const goal = document.getElementById(id);
    for (const element of [...goals, goal]) element?.scrollIntoView({ block: "center" });
    (goal?.closest("a") ?? goal)?.focus({ preventScroll: true });
  }

  function follow(event) {
    const link = event.target.closest("a[data-k]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Of targets that share words, the one that the reader comes from; else the first of those under the pointer.
    const keys = (event.target.closest("[data-t]")?.dataset.t ?? link.dataset.k).split(" ");
    const hash = `#row-${keys.includes(pointed) ? pointed : keys[0]}`;
    event.preventDefault();
    if (location.hash === hash) point();
    else location.hash = hash;
  }

  let waiting = 0;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 80);
  });
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter") next(event.shiftKey ? -1 : 1);
  });
  one("#next")?.addEventListener("click", () => next(1));
  for (const select of all(".controls select")) select.addEventListener("change", filter);
  for (const box of plans) box.addEventListener("change", choose);
  for (const button of all("[data-tick]")) button.addEventListener("click", () => tick(button.dataset.tick === "all"));
  addEventListener("beforeprint", () => {
    for (const table of tables) tabulate(table, Infinity);
  });
  one("#reset").addEventListener("click", () => {
    reset();
    query.focus();
  });
  one("#language").addEventListener("click", () => speak(document.documentElement.lang === "zh" ? "en" : "zh"));
  document.addEventListener("click", follow);
  addEventListener("hashchange", point);
  for (const table of tables) {
    tabulate(table);
    table.box.closest(".sheet").classList.add("ready");
  }
  for (const element of all(".controls, #language")) element.hidden = false;
  speak(document.documentElement.lang);
  point();
  globalThis.page = { all, one, words, said, lists, row, filter, gathered, ranges }; // what a review builds on
}
