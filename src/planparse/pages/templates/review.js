// The review: what was read is accepted, changed or taken out, and what was not read is added, all by keys. What is decided is kept in
// the browser and saved as a review file, in which each decision is tied to words.
{
  const { all, one, words, said, lists, row: rowOf, filter, gathered, ranges } = globalThis.page;
  const desk = JSON.parse(one("#desk").textContent);
  const subjects = Object.keys(desk.forms);
  const card = one("#card");
  const dialog = one("#loading");
  const beside = matchMedia("(min-width: 60.01rem)"); // the text stands beside the lists

  // What is asked for first of each kind; and what the line above an entry says, so that it need not be told once more.
  const FIRST = {
    target: ["indicator", "comparator", "value", "value_max", "unit", "due"],
    measure: ["title", "kind"],
    unit: ["role", "canonical"],
    deadline: ["kind", "start", "end"],
    metadata: [],
  };
  const TOLD = {
    target: ["indicator", "outcome", "comparator", "value", "value_max", "unit", "base", "grade", "direction", "frequency"],
    measure: ["title", "kind", "text"],
    unit: ["role"],
    deadline: ["end"],
    metadata: desk.forms.metadata && Object.keys(desk.forms.metadata),
  };
  const STATUS = { accept: "accepted", change: "changed", remove: "removed", add: "added" };
  const SYMBOL = { open: "", accepted: "✓", changed: "✎", removed: "✕", added: "＋" };
  const SIGN = { eq: "", range: "", ge: "≥", gt: ">", le: "≤", lt: "<", approx: "≈" };
  const ARROW = { increase: "↑", decrease: "↓" };
  const AROUND = 12; // characters that are kept of what stands before words, and behind them
  const CHUNK = 50; // rows that the browser lays out together

  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [property, value] of Object.entries(properties)) {
      if (property in element) element[property] = value;
      else element.setAttribute(property, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const present = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  const squeezed = (text) => text.replace(/\s+/g, "");

  // Entries

  const queues = Object.fromEntries(subjects.map((on) => [on, []])); // the doubtful first
  const ids = new Map(); // of what stands in the lists of the page
  const homes = new Map(); // where a decision looks for what it is about: by kind and words
  let elsewhere = []; // decisions about words that do not stand here

  function enlist(entry) {
    entry.decided = null;
    entry.note = "";
    queues[entry.on].push(entry);
    if (entry.id) ids.set(entry.id, entry);
    const home = homeOf(entry);
    if (!homes.has(home)) homes.set(home, []);
    homes.get(home).push(entry);
    return entry;
  }

  const homeOf = ({ on, quote, field }) => `${on}|${on === "metadata" ? field : squeezed(quote ?? "")}`;
  const stands = (entry) => !entry.added || entry.decided !== null; // what a person added goes as it came
  const statusOf = (entry) => (entry.decided ? STATUS[entry.decided.do] : "open");
  const readOf = (entry, name) => entry.values[name] ?? null;
  const valueOf = (entry, name) => (entry.decided && name in entry.decided.now ? entry.decided.now[name] : readOf(entry, name));
  const fieldsOf = (entry) => (entry.on === "metadata" ? [entry.field] : Object.keys(desk.forms[entry.on]));
  const valuesOf = (entry) => Object.fromEntries(fieldsOf(entry).map((name) => [name, valueOf(entry, name)]));

  function counted(on) {
    const counts = { all: 0, open: 0, accepted: 0, changed: 0, removed: 0, added: 0 };
    for (const entry of queues[on].filter(stands)) {
      counts.all++;
      counts[statusOf(entry)]++;
    }
    return counts;
  }

  // Decisions. A step, be it one decision or a file of them, is taken back as a whole.

  const steps = [];

  function decide(decided, others = elsewhere) {
    steps.push([new Map([...decided.keys()].map((entry) => [entry, entry.decided])), elsewhere]);
    settle(decided, others);
  }

  function settle(decided, others) {
    elsewhere = others;
    for (const [entry, decision] of decided) {
      entry.decided = decision;
      entry.note = decision?.note ?? entry.note;
      show(entry);
    }
    keep();
    if (on) tell();
  }

  function undo() {
    const step = steps.pop();
    if (!step) return;
    settle(...step);
    const [entry = current] = step[0].keys();
    turnTo(entry.on, stands(entry) ? entry : following(entry, -1));
  }

  function signed(decision, note) {
    const now = new Date();
    const east = -now.getTimezoneOffset();
    const two = (number) => String(Math.trunc(Math.abs(number))).padStart(2, "0");
    const day = new Date(now.getTime() + east * 60000).toISOString().slice(0, 19);
    const at = `${day}${east < 0 ? "-" : "+"}${two(east / 60)}:${two(east % 60)}`;
    return { now: {}, ...decision, by: one("#by").value.trim() || null, at, note: note.trim() || null };
  }

  // As a review file has it: of what is changed a decision a field.
  function spoken(entry) {
    const { do: what, now, by, at, note } = entry.decided;
    const { on, key, quote, path, before, after, field, values } = entry;
    const tail = present({ by, at, note });
    const head = on === "metadata" ? { on } : present({ on, key, quote, path, neighbours: { before, after } });
    const read = on === "metadata" ? {} : { values };
    if (what === "remove") return [{ ...head, do: what, ...tail }];
    if (what === "add") return [{ ...head, do: what, values: present({ ...values, ...now }), ...tail }];
    if (what === "accept") return [{ ...head, do: what, ...(field ? { field } : read), ...tail }];
    return Object.entries(now).map(([name, value]) => {
      return { ...head, do: what, field: name, was: readOf(entry, name), now: value, ...read, ...tail };
    });
  }

  const inOrder = (one, other) => (one.at?.[0] ?? 0) - (other.at?.[0] ?? 0);
  const decidedOn = (kind) => queues[kind].filter((entry) => entry.decided).sort(inOrder);
  const decisions = () => [...elsewhere, ...subjects.flatMap(decidedOn).flatMap(spoken)];

  // What decisions come to: for each entry that they are about what is decided, and those that are about none.
  function understood(given) {
    const decided = new Map();
    const others = [];
    for (const decision of given) {
      const entry = entryOf(decision);
      if (!entry) {
        others.push(decision);
        continue;
      }
      const { do: what, field, values = {}, by = null, at = null, note = null } = decision;
      const now = { ...decided.get(entry)?.now };
      if (what === "change") now[field] = decision.now;
      if (what === "add") {
        for (const [name, value] of Object.entries(values)) if (!same(value, readOf(entry, name))) now[name] = value;
      }
      const kept = entry.added ? "add" : Object.keys(now).length ? "change" : "accept";
      decided.set(entry, { do: what === "remove" ? what : kept, now, by, at, note });
    }
    return [decided, others];
  }

  function entryOf(decision) {
    const { on, key = null, quote, path = null, neighbours: { before = "", after = "" } = {} } = decision;
    const found = homes.get(homeOf(decision)) ?? [];
    let best = on === "metadata" ? found[0] : null;
    let most = 0;
    for (const entry of best ? [] : found) {
      // The number in a key shifts where equal words come or go before: it tells less than the place.
      const near = 2 * (entry.path === path) + (entry.before === before) + (entry.after === after);
      const fit = near + (entry.key === key) / 2 + (path === null && found.length === 1);
      if (fit > most) [best, most] = [entry, fit];
    }
    if (best || decision.do !== "add") return best;
    const at = placeOf(quote, before, after);
    return at && added(on, at, path);
  }

  // What is added stands somewhere in the text, which may have white space where the words have none.

  let closed = null;

  function closedUp() {
    if (!closed) {
      const { text } = gathered();
      const offsets = [];
      for (let at = 0; at < text.length; at++) if (/\S/.test(text[at])) offsets.push(at);
      closed = { text: squeezed(text), offsets };
    }
    return closed;
  }

  // Where words stand: between these if need be, else the nearest to an offset.
  function placeOf(quote, before = "", after = "", near = 0) {
    const { text, offsets } = closedUp();
    const sought = squeezed(quote);
    let best = null;
    let most = -1;
    for (let at = text.indexOf(sought); sought && at >= 0; at = text.indexOf(sought, at + 1)) {
      const end = at + sought.length;
      const between = (before && text.endsWith(before, at) ? 1 : 0) + (after && text.startsWith(after, end) ? 1 : 0);
      const fit = between - Math.abs(offsets[at] - near) / gathered().text.length;
      if (fit > most) [best, most] = [[offsets[at], offsets[end - 1] + 1], fit];
    }
    return best;
  }

  function added(on, at, path = pathAt(at[0])) {
    const { text, offsets } = closedUp();
    const [start, end] = at.map((offset) => offsets.findIndex((other) => other >= offset)).map((found) => (found < 0 ? text.length : found));
    const [before, after] = [text.slice(Math.max(0, start - AROUND), start), text.slice(end, end + AROUND)];
    return enlist({ on, key: null, quote: gathered().text.slice(...at), path, before, after, values: {}, at, added: true });
  }

  function pathAt(offset) {
    let found = null;
    for (const [start, path] of desk.paths) if (start <= offset) found = path;
    return found ?? "preamble";
  }

  // Words for people

  const nameOf = (field) => said(field === "path" ? "place_of" : `field:${field.split(".").pop()}`);

  function wordsOf(field, value) {
    if (value === null) return "—";
    if (typeof value === "boolean") return said(value ? "yes" : "no");
    if (Array.isArray(value)) return value.join("、");
    const key = [`${field}_${value}`, `${field}.${value}`].find((key) => key in words);
    return key ? said(key) : String(value);
  }

  // Sign, number and unit, as the lists of the page have it.
  function amountOf(entry) {
    const { comparator, direction, value, value_max, base, grade, per, indicator, frequency, unit } = valuesOf(entry);
    const sign = SIGN[comparator] ?? "";
    const arrow = ARROW[direction] ?? "";
    if (value === null) return grade ? `${sign}${grade}` : arrow || "—";
    const number = `${base === null ? "" : `${base}:`}${value}${value_max === null ? "" : `–${value_max}`}`;
    const each = per && !indicator?.includes(per) ? per : null;
    return [frequency, each, `${sign}${arrow}${number}${unit ?? ""}`].filter(Boolean).join(" ");
  }

  function titleOf(entry) {
    if (entry.on === "metadata") return nameOf(entry.field);
    return { target: valueOf(entry, "indicator"), measure: valueOf(entry, "title") }[entry.on] ?? entry.quote;
  }

  function briefOf(entry) {
    const field = { measure: "kind", unit: "role", deadline: "end", metadata: entry.field }[entry.on];
    return field ? wordsOf(field, valueOf(entry, field)) : amountOf(entry);
  }

  const placeWords = (path) => (`path.${path}` in words ? said(`path.${path}`) : (path ?? ""));

  // What is shown of an entry: its row in the queue, its row in the lists of the page, its words in the text.

  let on = null;
  let current = null;
  let editing = false;

  const marks = globalThis.CSS?.highlights
    ? Object.fromEntries([...Object.values(STATUS), "now"].map((name) => [name, new Highlight()]))
    : null;
  if (marks) for (const [name, mark] of Object.entries(marks)) CSS.highlights.set(name, mark);

  const rows = new Map(); // those of the lists of the page, by what they show
  for (const list of lists) for (const row of list.rows) rows.set(row.has.t ?? row.id, row);

  function show(entry) {
    if (entry.row) draw(entry);
    else if (entry.on === on && stands(entry)) lay([entry]);
    mark(entry);
    if (entry.on === "target" && entry.added && !entry.id) listAdded(entry);
    const row = rows.get(entry.id);
    if (row) renew(row, entry);
  }

  function mark(entry) {
    if (!marks || !entry.at) return;
    for (const range of entry.range ? [entry.range] : []) for (const name in marks) if (name !== "now") marks[name].delete(range);
    if (!entry.decided) return;
    entry.range ??= ranges(entry.at)[0];
    marks[statusOf(entry)].add(entry.range);
  }

  function label(entry) {
    const status = statusOf(entry);
    return make("span", { className: `status ${status}` }, `${SYMBOL[status]} ${said(status)}`.trim());
  }

  // In the lists of the page a row says what was decided, and what holds now.
  function renew(row, entry) {
    const { element } = row;
    element.dataset.status = stands(entry) ? statusOf(entry) : "removed";
    for (const tag of all(".status", element)) tag.remove();
    if (entry.decided) element.querySelector("p").prepend(label(entry));
    row.read ??= all(".what, a > b", element).map((part) => [part, [...part.childNodes]]);
    const changed = entry.decided && Object.keys(entry.decided.now).length > 0;
    for (const [part, read] of row.read)
      part.replaceChildren(...(changed ? [part.localName === "b" ? amountOf(entry) : titleOf(entry)] : read));
    for (const piece of row.pieces) delete piece.words; // what a search looks for
    if (entry.on === "target") Object.assign(row.has, { kind: valueOf(entry, "kind"), due: yearOf(entry) });
  }

  const yearOf = (entry) => valueOf(entry, "due")?.slice(0, 4) ?? "none";

  function listAdded(entry) {
    const list = lists.find(({ name }) => name === "targets");
    list.rows = list.rows.filter((row) => row !== entry.listed);
    if (entry.decided) {
      const block = ranges(entry.at)[0].startContainer.parentElement.closest("[id^=at-]");
      const link = make("a", { href: `#${block.id}`, lang: "zh" }, make("span", { className: "what" }, titleOf(entry)), make("b", {}, amountOf(entry)));
      const element = make("li", {}, link, make("p", {}, label(entry), make("span", { lang: "zh" }, placeWords(entry.path))));
      Object.assign(element.dataset, { status: "added", kind: valueOf(entry, "kind") ?? "", due: yearOf(entry) });
      entry.listed = rowOf(element);
      list.rows.push(entry.listed);
    }
    filter();
  }

  // The queue: rows of all entries of a kind, made when it is turned to, and drawn one by one as they are decided.

  function lay(added) {
    for (const entry of added) {
      entry.row = make("li");
      draw(entry);
    }
    const queue = one("#queue");
    for (let at = 0; at < added.length; at += CHUNK)
      queue.append(make("ol", {}, ...added.slice(at, at + CHUNK).map((entry) => entry.row)));
  }

  function draw(entry) {
    const pick = make(
      "button",
      { type: "button", className: "pick" },
      make("span", { className: "what", lang: "zh" }, titleOf(entry)),
      make("b", { lang: "zh" }, briefOf(entry)),
    );
    const doubt = entry.confidence == null ? null : make("span", { className: "confidence" }, entry.confidence.toFixed(2));
    pick.addEventListener("click", () => go(entry));
    entry.row.dataset.status = statusOf(entry);
    entry.row.hidden = !stands(entry);
    if (entry === current) entry.row.setAttribute("aria-current", "true");
    else entry.row.removeAttribute("aria-current");
    entry.row.replaceChildren(pick, make("p", {}, entry.decided ? label(entry) : null, make("span", {}, placeWords(entry.path)), doubt));
  }

  function tell() {
    for (const button of all("[data-on]")) {
      const { open } = counted(button.dataset.on);
      button.setAttribute("aria-pressed", String(button.dataset.on === on));
      button.querySelector("b").textContent = open;
    }
    const counts = counted(on);
    const done = Object.values(STATUS).filter((status) => counts[status]).map((status) => `${said(status)} ${counts[status]}`);
    const left = said(!counts.all ? "nothing_here" : counts.open ? "left" : "none_left", counts);
    one("#left").textContent = [left, ...done].join(" · ");
    one("#progress").max = counts.all || 1;
    one("#progress").value = counts.all - counts.open;
    one("#undo").disabled = !steps.length;
    one("#add").disabled = on === "metadata";
  }

  const report = (key, values) => (one("#told").textContent = key ? said(key, values) : "");

  // The card: what is to be decided now.

  function turnTo(kind, entry = null) {
    if (kind !== on) {
      for (const other of queues[on] ?? []) other.row = null;
      one("#queue").replaceChildren();
      on = kind;
      lay(queues[on].filter(stands));
    }
    const standing = queues[on].filter(stands);
    go(entry ?? standing.find((other) => !other.decided) ?? standing[0] ?? null);
    tell();
  }

  function go(entry, focuses = true) {
    current?.row?.removeAttribute("aria-current");
    current = entry;
    editing = false;
    entry?.row?.setAttribute("aria-current", "true");
    if (entry?.row) nearest(entry.row);
    face();
    point(entry?.at);
    if (focuses) card.focus({ preventScroll: true });
  }

  // Scrolls the queue alone, not the page.
  function nearest(row) {
    const queue = one("#queue");
    const [box, seen] = [row.getBoundingClientRect(), queue.getBoundingClientRect()];
    if (box.top < seen.top || box.bottom > seen.bottom) queue.scrollTop += box.top - seen.top - seen.height / 3;
  }

  function point(at, asked = beside.matches) {
    marks?.now.clear();
    if (!at) return;
    const [{ startContainer, startOffset, endContainer, endOffset }] = ranges(at);
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    marks?.now.add(range);
    if (!asked) return;
    startContainer.parentElement.scrollIntoView({ block: "center" });
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) scrollBy(0, top - innerHeight / 2);
  }

  function following(entry, step, wanted = () => true) {
    const queue = queues[entry.on].filter((other) => stands(other) || other === entry);
    const at = queue.indexOf(entry);
    const behind = step > 0 ? [...queue.slice(at + 1), ...queue.slice(0, at)] : [...queue.slice(0, at).reverse(), ...queue.slice(at + 1).reverse()];
    return behind.find(wanted) ?? null;
  }

  function move(step) {
    if (current) go(following(current, step) ?? current);
  }

  // To the next that nobody has decided on.
  function goOn() {
    if (current) go(following(current, 1, (entry) => !entry.decided) ?? current);
  }

  function act(key, word, does) {
    const button = make("button", { type: "button", className: word, "aria-keyshortcuts": key }, `${said(word)} `, make("kbd", {}, key));
    button.addEventListener("click", does);
    return button;
  }

  function face() {
    if (!current) return card.replaceChildren(make("h2", { id: "card-title" }, said("nothing_here")));
    const entry = current;
    const standing = queues[entry.on].filter(stands);
    const place = make(
      "div",
      { className: "place" },
      make("span", {}, `${said("place", { n: standing.indexOf(entry) + 1, m: standing.length })} `, label(entry)),
      act("P", "previous", () => move(-1)),
      act("N", "following", () => move(1)),
    );
    const title = make("h2", { id: "card-title", lang: "zh" }, make("span", { className: "what" }, titleOf(entry)), " ", make("b", {}, briefOf(entry)));
    card.replaceChildren(...[place, title, facts(entry), doubts(entry), passage(entry), noteOf(entry), acts(entry)].filter(Boolean));
  }

  function facts(entry) {
    const told = make("dl", { className: "fields-told" });
    for (const name of fieldsOf(entry)) {
      const [read, value] = [readOf(entry, name), valueOf(entry, name)];
      const changed = !entry.added && !same(read, value);
      const isTold = !TOLD[entry.on].includes(name) && value !== null && value !== false;
      if (!changed && !isTold && !(name === "due" || name === "end")) continue;
      const was = changed ? make("del", {}, wordsOf(name, read)) : null;
      told.append(make("div", {}, make("dt", {}, nameOf(name)), make("dd", { lang: "zh" }, was, was ? " " : null, wordsOf(name, value))));
    }
    if (entry.path) told.append(make("div", {}, make("dt", {}, nameOf("path")), make("dd", {}, placeWords(entry.path))));
    return told.firstChild ? told : null;
  }

  function doubts({ confidence, doubts }) {
    if (confidence == null) return null;
    const each = doubts.map((doubt) => make("span", { className: "doubt" }, `doubts.${doubt}` in words ? said(`doubts.${doubt}`) : doubt));
    return make("p", { className: "sure" }, make("span", { className: "confidence" }, `${said("confidence")} ${confidence.toFixed(2)}`), ...each);
  }

  // Its words, with what stands on either side of them in the same line.
  function passage({ at }) {
    if (!at) return null;
    const { text } = gathered();
    const [start, end] = at;
    const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - 60);
    const line = text.indexOf("\n", end);
    const to = Math.min(line < 0 ? text.length : line, end + 60);
    const link = make("button", { type: "button", className: "quiet" }, said("to_words"));
    link.addEventListener("click", () => point(at, true));
    const words = make("mark", {}, text.slice(start, end));
    return make("blockquote", {}, make("p", { lang: "zh" }, text.slice(from, start), words, text.slice(end, to)), link);
  }

  function noteOf(entry) {
    const input = make("input", { id: "note", value: entry.note, maxLength: 500 });
    input.addEventListener("change", () => {
      entry.note = input.value;
      if (entry.decided) decide(new Map([[entry, signed(entry.decided, entry.note)]]));
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === "Escape") card.focus();
    });
    return make("label", { className: "field" }, make("span", {}, `${said("note")} `, make("kbd", {}, "M")), input);
  }

  function acts(entry) {
    const made = [act("A", "accept", accept), act("E", "change", change), act("X", "remove", remove)];
    if (entry.on === "metadata") made.pop();
    if (entry.decided) made.push(act("R", "reopen", reopen));
    return make("div", { className: "acts" }, ...made);
  }

  // Acts

  function settleOn(entry, decision) {
    decide(new Map([[entry, decision && signed(decision, entry.note)]]));
    report();
  }

  function accept() {
    // Of what was changed or added, nothing is taken back by going on.
    if (!["changed", "added"].includes(statusOf(current))) settleOn(current, { do: "accept" });
    goOn();
  }

  function remove() {
    if (current.on === "metadata") return;
    const gone = current;
    settleOn(gone, gone.added ? null : { do: "remove" });
    if (stands(gone)) goOn();
    else go(following(gone, 1));
  }

  function reopen() {
    if (!current.decided) return;
    const open = current;
    settleOn(open, null);
    go(stands(open) ? open : following(open, 1));
  }

  function change() {
    const entry = current;
    ask(said("change"), fieldsOf(entry), (name) => valueOf(entry, name), entry, (given) => {
      const now = Object.fromEntries(Object.entries(given).filter(([name, value]) => !same(value, readOf(entry, name))));
      settleOn(entry, { do: entry.added ? "add" : Object.keys(now).length ? "change" : "accept", now });
      goOn();
    });
  }

  function add() {
    if (on === "metadata") return;
    const chosen = selected();
    const start = { comparator: "eq", strength: "firm", kind: { target: "count", measure: "task", deadline: "by" }[on], role: "responsible", implied: false };
    const words = make("textarea", { rows: 2, name: "quote", spellcheck: false, value: chosen ? gathered().text.slice(...chosen) : "" });
    const asked = Object.keys(desk.forms[on]).filter((name) => on === "target" || FIRST[on].includes(name));
    ask(said("add"), asked, (name) => start[name] ?? null, null, (given) => {
      const kept = chosen && words.value === gathered().text.slice(...chosen);
      const at = kept ? chosen : placeOf(words.value, "", "", current?.at?.[0]);
      if (!at) throw new Fault(words, "fault_words");
      const entry = added(on, at);
      settleOn(entry, { do: "add", now: present(given) });
      go(entry);
    }, words);
    if (chosen) point(chosen, false);
  }

  // The words that are selected in the text, without white space at their ends.
  function selected() {
    const selection = getSelection();
    const prose = one(".prose");
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!prose.contains(range.startContainer) || !prose.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(prose, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const [start, said] = [String(before).length, String(range)];
    const [from, to] = [start + said.length - said.trimStart().length, start + said.trimEnd().length];
    return from < to ? [from, to] : null;
  }

  // Forms, which take nothing that the contract does not

  class Fault extends Error {
    constructor(input, key, field) {
      super(said(key, { field: field && nameOf(field) }));
      this.input = input;
    }
  }

  function ask(heading, names, valueOf, entry, keeps, words = null) {
    editing = true;
    const kind = entry?.on ?? on;
    const first = names.length === 1 ? names : FIRST[kind];
    const others = names.filter((name) => !first.includes(name));
    const inputs = new Map(names.map((name) => [name, inputOf(name, desk.forms[kind][name], valueOf(name))]));
    const fields = (some) => make("div", { className: "fields" }, ...some.map((name) => make("label", { className: "field" }, nameOf(name), inputs.get(name))));
    const fault = make("p", { className: "fault", role: "alert" });
    const cancel = act("Esc", "cancel", () => go(current));
    const form = make(
      "form",
      { noValidate: true },
      words && make("label", { className: "field" }, said("quote"), words),
      fields(first),
      others.length ? make("details", {}, make("summary", {}, said("more_fields")), fields(others)) : null,
      fault,
      make("div", { className: "acts" }, make("button", { className: "accept" }, `${said("keep")} `, make("kbd", {}, "Enter")), cancel),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      for (const input of all("[aria-invalid]", form)) input.removeAttribute("aria-invalid");
      try {
        const given = Object.fromEntries(names.map((name) => [name, taken(inputs.get(name), name, desk.forms[kind][name], valueOf(name))]));
        agree(kind, given, inputs, entry);
        keeps(given);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        fault.textContent = error.message;
        error.input.setAttribute("aria-invalid", "true");
        error.input.closest("details")?.setAttribute("open", "");
        error.input.focus();
      }
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        go(current);
      } else if (event.key === "Enter" && event.target.matches("select, textarea") && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    const title = make("h2", { id: "card-title" }, `${heading} `, make("span", { lang: "zh" }, entry ? titleOf(entry) : said(`on_${kind}`)));
    card.replaceChildren(title, ...[entry && passage(entry), form].filter(Boolean));
    (words && !words.value ? words : inputs.get(first[0])).focus();
  }

  function inputOf(name, { type, choices, nullable, least }, value) {
    if (type === "choice" || type === "boolean") {
      const offered = [...(nullable ? [null] : []), ...(choices ?? [false, true])];
      const options = offered.map((choice) => new Option(wordsOf(name, choice), JSON.stringify(choice), false, same(choice, value)));
      return make("select", { name }, ...options);
    }
    const shown = value === null ? "" : Array.isArray(value) ? value.join("、") : String(value);
    if (name === "text") return make("textarea", { name, rows: 4, value: shown });
    if (type === "date") return make("input", { name, type, min: "0001-01-01", max: "9999-12-31", value: shown });
    return make("input", { name, value: shown, autocomplete: "off", spellcheck: false, inputMode: least === undefined ? "" : "decimal" });
  }

  function taken(input, name, { type, nullable, pattern, least, most }, before) {
    if (type === "choice" || type === "boolean") return JSON.parse(input.value);
    if (input.validity.badInput || input.validity.rangeOverflow) throw new Fault(input, "fault_date", name);
    const said = input.value.trim();
    if (type === "array") return said.split(/[、，,\s]+/).filter(Boolean);
    if (before !== null && input.value === String(before)) return before;
    if (!said) {
      if (nullable) return null;
      throw new Fault(input, "fault_needed", name);
    }
    if (type === "string" && pattern && !new RegExp(pattern, "u").test(said)) throw new Fault(input, "fault_pattern", name);
    if (type === "string" || type === "date") return said;
    const plain = said.normalize("NFKC").replaceAll(",", "");
    if (!(type === "integer" ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/).test(plain)) throw new Fault(input, `fault_${type}`, name);
    const number = Number(plain);
    if (number < (least ?? -most) || number > most) throw new Fault(input, "fault_bounds", name);
    return number;
  }

  // What the contract asks of fields together.
  function agree(kind, given, inputs, entry) {
    const refuse = (name, key) => {
      throw new Fault(inputs.get(name), key, name);
    };
    const { value, value_max, comparator, unit, start, end, title } = given;
    if (kind === "target") {
      if (value_max !== null && (value === null || value > value_max)) refuse("value_max", "fault_most");
      if (value !== null && (comparator === "range") !== (value_max !== null)) refuse("value_max", "fault_range");
      if (desk.percent.includes(unit)) refuse("unit", "fault_percent");
    }
    if (kind === "deadline" && start && end && start > end) refuse("end", "fault_order");
    if (kind === "measure" && entry?.whole && !gathered().text.slice(...entry.whole).includes(title)) refuse("title", "fault_title");
  }

  // The review file. It is YAML whose words stand between double quotes, as in JSON.

  const LOOSE = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufffe\uffff]/g; // what YAML does not hold as it is

  function yaml(value) {
    if (typeof value === "string")
      return JSON.stringify(value).replace(LOOSE, (found) => `\\u${found.charCodeAt().toString(16).padStart(4, "0")}`);
    if (typeof value === "number") return String(value).replace(/^(-?\d+)e/, "$1.0e");
    if (Array.isArray(value)) return `[${value.map(yaml).join(", ")}]`;
    if (value === null || typeof value === "boolean") return String(value);
    return `{${Object.entries(value).map(([key, held]) => `${key}: ${yaml(held)}`).join(", ")}}`;
  }

  function file() {
    const all = decisions();
    const text = `plan: ${yaml(desk.plan)}\ndecisions:${all.length ? "" : " []"}\n${all.map((one) => `- ${yaml(one)}\n`).join("")}`;
    // Half characters can be told in JSON alone.
    return /\\ud[89a-f]/.test(text) ? JSON.stringify({ plan: desk.plan, decisions: all }) : text;
  }

  function save() {
    const name = `${desk.name}.review.yaml`;
    const link = make("a", { href: URL.createObjectURL(new Blob([file()], { type: "application/yaml" })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    unsaved = false;
    report("has_saved", { name, n: decisions().length });
  }

  const MOST = 16 * 2 ** 20; // characters of a file
  const DEEPEST = 8;

  class Unread extends Error {}

  const refused = (key, values) => new Unread(said(key, values));

  // The decisions in a review file, be it JSON or YAML as planparse and people write it: a block or braces, no anchors, no folded lines.
  function parsed(text) {
    if (text.length > MOST) throw refused("fault_size");
    if (text.trimStart().startsWith("{")) {
      try {
        return JSON.parse(text);
      } catch {
        throw refused("fault_file");
      }
    }
    const lines = text
      .replace(/^\ufeff/, "")
      .split(/\r?\n/)
      .map((line, at) => ({ number: at + 1, indent: line.search(/\S/), text: line.trim() }))
      .filter((line) => line.text && !/^(#|---$)/.test(line.text));
    const read = block(lines, { at: 0 }, 0);
    return read;
  }

  const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\w.]+):(?:\s+(.*))?$/;

  function block(lines, state, depth) {
    const { indent, number, text } = lines[state.at] ?? { number: 1, indent: 0, text: "" };
    if (depth > DEEPEST) throw refused("fault_line", { line: number });
    const isList = /^-(\s|$)/.test(text);
    const made = isList ? [] : {};
    while (lines[state.at]?.indent === indent && /^-(\s|$)/.test(lines[state.at].text) === isList) {
      const line = lines[state.at];
      const wrong = refused("fault_line", { line: line.number });
      if (isList) {
        const rest = line.text.slice(1).trimStart();
        if (KEY.test(rest)) {
          lines[state.at] = { ...line, indent: indent + line.text.length - rest.length, text: rest };
          made.push(block(lines, state, depth + 1));
        } else {
          made.push(flow(rest, wrong));
          state.at++;
        }
        continue;
      }
      const [, key, rest] = KEY.exec(line.text) ?? [];
      if (!key) throw wrong;
      state.at++;
      const next = lines[state.at];
      const goesOn = next && (next.indent > indent || (next.indent === indent && /^-(\s|$)/.test(next.text)));
      Object.defineProperty(made, flow(key, wrong), { value: rest ? flow(rest, wrong) : goesOn ? block(lines, state, depth + 1) : null, enumerable: true });
    }
    const left = lines[state.at];
    if (left && (depth === 0 || left.indent > indent)) throw refused("fault_line", { line: left.number });
    return made;
  }

  const TOKEN = /\s*(?:([{}[\],])|(:)(?=[\s,{}[\]"']|$)|"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|((?:[^\s,{}[\]:#"']|:(?=\S)|(?<=\S)[#"'])(?:[^,{}[\]:]|:(?=\S))*))/y;

  // A value on a line: braces, brackets, words between quotes or without.
  function flow(text, wrong) {
    const tokens = [];
    for (let at = 0; at < text.trimEnd().length; at = TOKEN.lastIndex) {
      TOKEN.lastIndex = at;
      const found = TOKEN.exec(text);
      if (!found) throw wrong;
      const [, mark, colon, double, single, plain] = found;
      if (mark || colon) tokens.push(mark ?? colon);
      else tokens.push({ value: double !== undefined ? unescaped(double, wrong) : (single?.replaceAll("''", "'") ?? scalar(plain)) });
    }
    let at = 0;
    const value = (depth) => {
      const token = tokens[at++];
      if (depth > DEEPEST || token === undefined) throw wrong;
      if (typeof token === "object") return token.value;
      const [end, made] = { "{": ["}", {}], "[": ["]", []] }[token] ?? [];
      if (!end) throw wrong;
      while (tokens[at] !== end) {
        const first = value(depth + 1);
        if (end === "]") made.push(first);
        else if (tokens[at++] !== ":") throw wrong;
        else Object.defineProperty(made, first, { value: value(depth + 1), enumerable: true, configurable: true });
        if (tokens[at] === ",") at++;
        else if (tokens[at] !== end) throw wrong;
      }
      at++;
      return made;
    };
    const made = value(0);
    if (at < tokens.length) throw wrong;
    return made;
  }

  function scalar(plain) {
    const said = plain.trim();
    if (/^(null|~|)$/i.test(said)) return null;
    if (/^(true|false)$/i.test(said)) return said.toLowerCase() === "true";
    return /^[-+]?(0|[1-9]\d*)(\.\d*(e[-+]\d+)?)?$/i.test(said) ? Number(said) : said;
  }

  const ESCAPED = { n: "\n", t: "\t", r: "\r", 0: "\0", a: "\x07", b: "\b", e: "\x1b", f: "\f", v: "\v", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" };

  function unescaped(text, wrong) {
    return text.replace(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)/gi, (_, code) => {
      const number = code.length > 1 ? Number.parseInt(code.slice(1), 16) : null;
      if (number !== null && number <= 0x10ffff) return String.fromCodePoint(number);
      if (code in ESCAPED) return ESCAPED[code];
      if (!/^["\\/ ]$/.test(code)) throw wrong;
      return code;
    });
  }

  // What planparse would refuse is refused here, as a whole.
  const DECISION = new Set(["on", "key", "quote", "path", "neighbours", "do", "field", "was", "now", "values", "by", "at", "note"]);

  function checked(review) {
    if (!Array.isArray(review?.decisions)) throw refused("fault_file");
    review.decisions.forEach((decision, at) => {
      const fault = faultOf(decision);
      if (fault) throw refused("fault_decision", { n: at + 1, field: fault });
    });
    return review.decisions;
  }

  // The field of a decision that does not hold.
  function faultOf(decision) {
    if (typeof decision !== "object" || decision === null) return "on";
    const { on, do: what, quote, neighbours = null, field = null, values = null } = decision;
    const strange = Object.keys(decision).find((name) => !DECISION.has(name));
    if (strange !== undefined) return strange.slice(0, 40);
    if (!Object.hasOwn(desk.forms, on)) return "on";
    if (!["accept", "change", ...(on === "metadata" ? [] : ["add", "remove"])].includes(what)) return "do";
    for (const name of ["key", "path", "by", "at", "note", "quote", "field"])
      if (typeof (decision[name] ?? "") !== "string") return name;
    if (decision.key && !/^[0-9a-f]{10}$/.test(decision.key)) return "key";
    if (decision.at && !/^\d{4}-\d{2}-\d{2}(T[0-9:.+Z-]{1,30})?$/.test(decision.at)) return "at";
    if (on !== "metadata" && !quote) return "quote";
    if (neighbours !== null && !Object.entries(neighbours).every(([name, words]) => ["before", "after"].includes(name) && typeof words === "string")) return "neighbours";
    const form = desk.forms[on];
    if (field !== null ? !Object.hasOwn(form, field) : what === "change" || on === "metadata") return "field";
    if (what === "change" && !(Object.hasOwn(decision, "now") && fits(decision.now, form[field]))) return "now";
    if (what === "add" && values === null) return "values";
    return Object.entries(values ?? {}).every(([name, value]) => Object.hasOwn(form, name) && fits(value, form[name])) ? null : "values";
  }

  function fits(value, { type, nullable, choices, pattern, least, most }) {
    if (value === null) return Boolean(nullable);
    if (type === "choice") return choices.includes(value);
    if (type === "array") return Array.isArray(value) && value.every((each) => typeof each === "string");
    if (type === "date") return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(value).toJSON()?.startsWith(value);
    if (type === "number" || type === "integer") {
      const isNumber = type === "integer" ? Number.isInteger(value) : Number.isFinite(value);
      return isNumber && value >= (least ?? -most) && value <= most;
    }
    return typeof value === type && (!pattern || new RegExp(pattern, "u").test(value));
  }

  function load(text) {
    let given;
    try {
      given = checked(parsed(text));
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      one("#load-fault").textContent = error.message;
      return;
    }
    const [decided, others] = understood(given);
    const kept = elsewhere.filter((other) => !others.some((one) => same(one, other)));
    decide(decided, [...kept, ...others]);
    dialog.close();
    turnTo(on);
    report("has_loaded", { n: given.length });
    if (elsewhere.length) one("#told").append(` ${said("elsewhere", { n: elsewhere.length })}`);
  }

  function open() {
    one("#load-fault").textContent = "";
    one("#pasted").value = "";
    one("#file").value = "";
    dialog.showModal();
  }

  // What is decided is kept in the browser, by the digest of the document. There it goes before what the page came with, unless that
  // was made anew since: then what was decided last.

  const shelf = `planparse.review.${desk.plan.source_sha256}`;
  let store = null;
  let unsaved = false;

  function keep() {
    unsaved = true;
    try {
      store?.setItem(shelf, JSON.stringify({ given: desk.given, decisions: decisions() }));
    } catch {
      store = null; // it is full
    }
    if (!store) one("#unkept").hidden = false;
  }

  function begin() {
    let kept = null;
    try {
      store = globalThis.localStorage;
      kept = JSON.parse(store.getItem(shelf));
      one("#by").value = store.getItem("planparse.by") ?? "";
    } catch {
      store = null; // files on a disk may not have one
    }
    const given = understood(desk.decisions);
    const before = understood(kept?.decisions ?? []);
    const time = (decided) => Date.parse(decided.at) || 0;
    const last = ([entry, decided]) => !given[0].has(entry) || time(decided) >= time(given[0].get(entry));
    const [decided, others] =
      kept?.given === desk.given
        ? before
        : [new Map([...given[0], ...[...before[0]].filter(last)]), [...given[1], ...before[1].filter((one) => !given[1].some((other) => same(one, other)))]];
    settle(decided, others);
    unsaved = false;
    if (elsewhere.length) report("elsewhere", { n: elsewhere.length });
  }

  // Views and keys

  function view(reviews) {
    document.body.classList.toggle("reviewing", reviews);
    one("#review").hidden = !reviews;
    one("#to-review").setAttribute("aria-pressed", String(reviews));
    one("#to-lists").setAttribute("aria-pressed", String(!reviews));
    one(".skip").href = reviews ? "#card" : "#targets";
    if (!reviews) marks?.now.clear();
  }

  const KEYS = {
    a: accept,
    e: change,
    x: remove,
    r: reopen,
    n: () => move(1),
    j: () => move(1),
    p: () => move(-1),
    k: () => move(-1),
    u: undo,
    i: add,
    o: open,
    s: save,
    m: () => one("#note")?.focus(),
  };
  subjects.forEach((kind, at) => (KEYS[at + 1] = () => turnTo(kind)));

  document.addEventListener("keydown", (event) => {
    if (!document.body.classList.contains("reviewing") || dialog.open || event.target.closest("input, select, textarea")) return;
    const key = event.key.toLowerCase();
    const undoes = key === "z" && (event.ctrlKey || event.metaKey);
    const does = undoes ? undo : event.ctrlKey || event.metaKey || event.altKey ? null : KEYS[key];
    if (!does || editing || (!current && "aexrnjpkm".includes(key))) return;
    event.preventDefault();
    does();
  });

  // In the text a target leads to its card.
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("a[data-k]");
      if (!link || !document.body.classList.contains("reviewing")) return;
      const keys = (event.target.closest("[data-t]")?.dataset.t ?? link.dataset.k).split(" ");
      const entry = ids.get(keys[0]);
      event.preventDefault();
      event.stopPropagation();
      if (!editing && getSelection().isCollapsed) turnTo("target", entry);
    },
    true,
  );

  for (const [id, does] of Object.entries({ add, undo, load: open, save })) one(`#${id}`).addEventListener("click", does);
  one("#add").addEventListener("mousedown", (event) => event.preventDefault()); // what is selected stays so
  for (const button of all("[data-on]")) button.addEventListener("click", () => turnTo(button.dataset.on));
  one("#to-review").addEventListener("click", () => view(true));
  one("#to-lists").addEventListener("click", () => view(false));
  one("#take").addEventListener("click", () => load(one("#pasted").value));
  one("#leave").addEventListener("click", () => dialog.close());
  one("#file").addEventListener("change", async ({ target }) => {
    const [chosen] = target.files;
    if (!chosen) return;
    if (chosen.size > MOST) one("#load-fault").textContent = said("fault_size");
    else load(await chosen.text());
  });
  one("#by").addEventListener("change", ({ target }) => {
    try {
      store?.setItem("planparse.by", target.value);
    } catch {
      store = null;
    }
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved && !store) event.preventDefault();
  });
  addEventListener("spoken", () => {
    for (const entry of queues[on]) if (entry.row) draw(entry);
    for (const kind of subjects) for (const entry of queues[kind]) if (entry.decided && rows.has(entry.id)) renew(rows.get(entry.id), entry);
    if (!editing) face();
    tell();
    report();
  });

  desk.entries.forEach(enlist);
  for (const on of subjects) queues[on].sort((one, other) => (one.confidence ?? 0) - (other.confidence ?? 0));
  one(".views").hidden = false;
  begin();
  view(true);
  turnTo("target");
}
