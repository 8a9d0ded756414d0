// The review: what was read is accepted, changed or taken out, and what was not read is added, all by keys. What is decided is kept in
// the browser and saved as a review file, in which each decision is tied to words.
{
  const { all, one, words, said, lists, row: rowOf, filter, gathered, ranges } = globalThis.page;
  const { MOST, Unread, read, written, fits } = globalThis.reviewFile;
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
    target: ["indicator", "comparator", "value", "value_max", "unit", "base", "direction", "frequency"],
    measure: ["title", "kind", "text"],
    unit: ["role"],
    deadline: ["end"],
    metadata: Object.keys(desk.forms.metadata),
  };
  const ADDED = {
    target: { comparator: "eq", kind: "count", strength: "firm", implied: false },
    measure: { kind: "task" },
    unit: { role: "responsible" },
    deadline: { kind: "by" },
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

  const span = (className, ...children) => make("span", { className }, ...children);
  const printed = (name, ...children) => make(name, { lang: "zh" }, ...children); // words of the plan
  const key = (name) => make("kbd", {}, name);

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
  const valueOf = (entry, name) =>
    entry.decided && name in entry.decided.now ? entry.decided.now[name] : readOf(entry, name);
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
    put(decided, others);
    keep();
    tell();
  }

  function put(decided, others) {
    elsewhere = others;
    for (const [entry, decision] of decided) {
      entry.decided = decision;
      entry.note = decision?.note ?? entry.note;
      show(entry);
    }
  }

  function undo() {
    const step = steps.pop();
    if (!step) return;
    settle(...step);
    const [entry = current] = step[0].keys();
    turnTo(entry?.on ?? on, entry && (stands(entry) ? entry : following(entry, -1)));
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
      const { do: what, field, values, by = null, at = null, note = null } = decision;
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
    const { on, key = null, path = null } = decision;
    const found = homes.get(homeOf(decision)) ?? [];
    if (on === "metadata") return found[0];
    if (decision.do === "add") return addedBy(decision, found, placeOf(decision));
    const { before = "", after = "" } = decision.neighbours ?? {};
    let best = null;
    let most = 0;
    for (const entry of found) {
      // The number in a key shifts where equal words come or go before: it tells less than the place.
      const near = 2 * (entry.path === path) + (entry.before === before) + (entry.after === after);
      const fit = near + (entry.key === key) / 2 + (found.length === 1);
      if (fit > most) [best, most] = [entry, fit];
    }
    return best;
  }

  // What is added may stand in the same words as something else.
  function addedBy({ on, key = null, path, values }, found, at) {
    const isIt = (entry) => same(entry.at, at) && ((entry.added && entry.key === key) || isWhat(entry, values));
    return at && (found.find(isIt) ?? added(on, key, at, path ?? undefined));
  }

  // Whether an entry is what somebody added: of targets it has the same value.
  function isWhat(entry, values) {
    if (entry.on !== "target") return true;
    const name = (values.value ?? null) === null ? "indicator" : "value";
    return same(readOf(entry, name), values[name] ?? null);
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

  // Where words stand: on their path and between their neighbours, else the nearest to an offset.
  function placeOf({ quote, path = null, neighbours }, near = 0) {
    const { before = "", after = "" } = neighbours ?? {};
    const { text, offsets } = closedUp();
    const sought = squeezed(quote);
    let best = null;
    let most = -Infinity;
    for (let at = text.indexOf(sought); sought && at >= 0; at = text.indexOf(sought, at + 1)) {
      const end = at + sought.length;
      const above = shared(turned(before), turned(text.slice(Math.max(0, at - AROUND), at)));
      const between = above + shared(after, text.slice(end, end + AROUND));
      const far = Math.abs(offsets[at] - near) / gathered().text.length;
      const fit = 9 * (path !== null && pathAt(offsets[at]) === path) + between - far / AROUND;
      if (fit > most) [best, most] = [[offsets[at], offsets[end - 1] + 1], fit];
    }
    return best;
  }

  const turned = (text) => [...text].reverse().join("");

  // How much of words stands there as well, from their beginning on: planparse writes marks in one width.
  function shared(words, there) {
    const [sought, found] = [words, there].map((text) => text.normalize("NFKC"));
    let same = 0;
    while (same < sought.length && sought[same] === found[same]) same++;
    return same / (sought.length || 1);
  }

  function around(at) {
    const { text, offsets } = closedUp();
    const [start, end] = at.map((offset) => offsets.filter((other) => other < offset).length);
    return { before: text.slice(Math.max(0, start - AROUND), start), after: text.slice(end, end + AROUND) };
  }

  function added(on, key, at, path = pathAt(at[0])) {
    return enlist({ on, key, quote: gathered().text.slice(...at), path, ...around(at), values: {}, at, added: true });
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

  const owners = new WeakMap(); // whose a row of the queue is
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
    entry.range ??= ranges(entry.at)[0];
    for (const status of Object.values(STATUS)) marks[status].delete(entry.range);
    if (entry.decided) marks[statusOf(entry)].add(entry.range);
  }

  function label(entry) {
    const status = statusOf(entry);
    return span(`status ${status}`, `${SYMBOL[status]} ${said(status)}`.trim());
  }

  // In the lists of the page a row says what was decided, and what holds now.
  function renew(row, entry) {
    const { element } = row;
    element.dataset.status = stands(entry) ? statusOf(entry) : "removed";
    for (const tag of all(".status", element)) tag.remove();
    if (entry.decided) element.querySelector("p").prepend(label(entry));
    const outcome = entry.on === "target" && valueOf(entry, "outcome");
    element.querySelector(".what").replaceChildren(titleOf(entry), outcome ? make("small", {}, outcome) : "");
    element.querySelector("a > b")?.replaceChildren(amountOf(entry));
    for (const piece of row.pieces) delete piece.words; // what a search looks for
    if (entry.on === "target") Object.assign(row.has, { kind: valueOf(entry, "kind"), due: yearOf(entry) });
  }

  const yearOf = (entry) => valueOf(entry, "due")?.slice(0, 4) ?? "none";

  function listAdded(entry) {
    const list = lists.find(({ name }) => name === "targets");
    list.rows = list.rows.filter((row) => row !== entry.listed);
    if (entry.decided) {
      const block = ranges(entry.at)[0].startContainer.parentElement.closest("[id^=at-]");
      const link = make(
        "a",
        { href: `#${block.id}`, lang: "zh" },
        span("what", titleOf(entry)),
        make("b", {}, amountOf(entry)),
      );
      const element = make("li", {}, link, make("p", {}, label(entry), printed("span", placeWords(entry.path))));
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
      owners.set(entry.row, entry);
      draw(entry);
    }
    const queue = one("#queue");
    for (let at = 0; at < added.length; at += CHUNK)
      queue.append(make("ol", {}, ...added.slice(at, at + CHUNK).map((entry) => entry.row)));
  }

  function draw(entry) {
    const pick = make(
      "button",
      { type: "button", className: "pick", lang: "zh" },
      span("what", titleOf(entry)),
      make("b", {}, briefOf(entry)),
    );
    const sure = entry.confidence == null ? null : span("confidence", entry.confidence.toFixed(2));
    entry.row.dataset.status = statusOf(entry);
    entry.row.hidden = !stands(entry);
    if (entry === current) entry.row.setAttribute("aria-current", "true");
    else entry.row.removeAttribute("aria-current");
    entry.row.replaceChildren(
      pick,
      make("p", {}, entry.decided ? label(entry) : null, span("", placeWords(entry.path)), sure),
    );
  }

  function tell() {
    for (const button of all("[data-on]")) {
      const { open } = counted(button.dataset.on);
      button.setAttribute("aria-pressed", String(button.dataset.on === on));
      button.querySelector("b").textContent = open;
    }
    const counts = counted(on);
    const done = Object.values(STATUS)
      .filter((status) => counts[status])
      .map((status) => `${said(status)} ${counts[status]}`);
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

  function go(entry) {
    current?.row?.removeAttribute("aria-current");
    current = entry;
    editing = false;
    entry?.row?.setAttribute("aria-current", "true");
    if (entry?.row) nearest(entry.row);
    face();
    point(entry?.at);
    card.focus({ preventScroll: true });
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
    const behind =
      step > 0
        ? [...queue.slice(at + 1), ...queue.slice(0, at)]
        : [...queue.slice(0, at).reverse(), ...queue.slice(at + 1).reverse()];
    return behind.find(wanted) ?? null;
  }

  function move(step) {
    if (current) go(following(current, step) ?? current);
  }

  // To the next that nobody has decided on.
  function goOn() {
    if (current) go(following(current, 1, (entry) => !entry.decided) ?? current);
  }

  function act(shortcut, word, does) {
    const button = make(
      "button",
      { type: "button", className: word, "aria-keyshortcuts": shortcut.replace(/^Esc$/, "Escape") },
      `${said(word)} `,
      key(shortcut),
    );
    button.addEventListener("click", does);
    return button;
  }

  function face() {
    if (!current) return card.replaceChildren(make("h2", { id: "card-title" }, said("nothing_here")));
    const entry = current;
    const standing = queues[entry.on].filter(stands);
    const place = span("", `${said("place", { n: standing.indexOf(entry) + 1, m: standing.length })} `, label(entry));
    const ways = [act("P", "previous", () => move(-1)), act("N", "following", () => move(1))];
    const title = make(
      "h2",
      { id: "card-title", lang: "zh" },
      span("what", titleOf(entry)),
      " ",
      make("b", {}, briefOf(entry)),
    );
    const parts = [facts(entry), doubts(entry), passage(entry), noteOf(entry), acts(entry)];
    card.replaceChildren(make("div", { className: "place" }, place, ...ways), title, ...parts.filter(Boolean));
  }

  function facts(entry) {
    const told = make("dl", { className: "fields-told" });
    for (const name of fieldsOf(entry)) {
      const [read, value] = [readOf(entry, name), valueOf(entry, name)];
      const changed = !entry.added && !same(read, value);
      const isTold = !TOLD[entry.on].includes(name) && value !== null && value !== false;
      if (!changed && !isTold && !(name === "due" || name === "end")) continue;
      const was = changed ? [make("del", {}, wordsOf(name, read)), " "] : [];
      told.append(fact(name, ...was, wordsOf(name, value)));
    }
    if (entry.path) told.append(fact("path", placeWords(entry.path)));
    return told.firstChild && told;
  }

  const fact = (name, ...words) => make("div", {}, make("dt", {}, nameOf(name)), printed("dd", ...words));

  function doubts({ confidence, doubts }) {
    if (confidence == null) return null;
    const each = doubts.map((doubt) => span("doubt", `doubts.${doubt}` in words ? said(`doubts.${doubt}`) : doubt));
    return make("p", { className: "sure" }, span("confidence", `${said("confidence")} ${confidence.toFixed(2)}`), ...each);
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
    return make("blockquote", {}, printed("p", text.slice(from, start), words, text.slice(end, to)), link);
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
    return make("label", { className: "field" }, span("", `${said("note")} `, key("M")), input);
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
    ask(
      said("change"),
      valuesOf(entry),
      (given) => {
        const now = Object.fromEntries(Object.entries(given).filter(([name, value]) => !same(value, readOf(entry, name))));
        settleOn(entry, { do: entry.added ? "add" : Object.keys(now).length ? "change" : "accept", now });
        goOn();
      },
      { entry },
    );
  }

  function add() {
    if (on === "metadata") return;
    const chosen = selected();
    const text = chosen ? gathered().text.slice(...chosen) : "";
    const quote = make("textarea", { rows: 2, name: "quote", spellcheck: false, value: text });
    const names = on === "target" ? Object.keys(desk.forms.target) : FIRST[on];
    const start = Object.fromEntries(names.map((name) => [name, ADDED[on][name] ?? null]));
    ask(
      said("add"),
      start,
      (given) => {
        const at = chosen && quote.value === text ? chosen : placeOf({ quote: quote.value }, current?.at?.[0]);
        if (!at) throw new Fault(quote, "fault_words");
        const words = gathered().text.slice(...at);
        // Two with the same words are told apart by a key, which nothing else has.
        const others = (homes.get(homeOf({ on, quote: words })) ?? []).filter((entry) => entry.added).length;
        const key = others ? String(others).padStart(10, "0") : null;
        const anchor = { on, key, quote: words, path: pathAt(at[0]), neighbours: around(at) };
        const [[[entry, decision]]] = understood([{ ...anchor, do: "add", values: present(given) }]);
        settleOn(entry, decision);
        go(entry);
      },
      { quote },
    );
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

  function ask(heading, values, keeps, { entry = null, quote = null }) {
    editing = true;
    const kind = entry?.on ?? on;
    const names = Object.keys(values);
    const first = names.length === 1 ? names : FIRST[kind];
    const others = names.filter((name) => !first.includes(name));
    const inputs = new Map(names.map((name) => [name, inputOf(name, desk.forms[kind][name], values[name])]));
    const asked = (name) => make("label", { className: "field" }, nameOf(name), inputs.get(name));
    const fields = (some) => make("div", { className: "fields" }, ...some.map(asked));
    const fault = make("p", { className: "fault", role: "alert" });
    const keep = make("button", { className: "accept" }, `${said("keep")} `, key("Enter"));
    const form = make(
      "form",
      { noValidate: true },
      quote && make("label", { className: "field" }, said("quote"), quote),
      fields(first),
      others.length ? make("details", {}, make("summary", {}, said("more_fields")), fields(others)) : null,
      make(
        "div",
        { className: "acts" },
        fault,
        keep,
        act("Esc", "cancel", () => go(current)),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      for (const input of all("[aria-invalid]", form)) input.removeAttribute("aria-invalid");
      try {
        const take = (name) => [name, taken(inputs.get(name), name, desk.forms[kind][name], values[name])];
        const given = Object.fromEntries(names.map(take));
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
      const ends =
        event.key === "Enter" && !event.isComposing && (event.ctrlKey || event.target.matches("select, [name=quote]"));
      if (ends) form.requestSubmit();
      else if (event.key === "Escape") go(current);
      if (ends || event.key === "Escape") event.preventDefault();
    });
    const about = entry ? printed("span", titleOf(entry)) : said(`on_${kind}`);
    const parts = [make("h2", { id: "card-title" }, `${heading} `, about), entry && passage(entry), form];
    card.replaceChildren(...parts.filter(Boolean));
    (quote && !quote.value ? quote : inputs.get(first[0])).focus();
  }

  function inputOf(name, { type, choices, nullable }, value) {
    if (type === "choice" || type === "boolean") {
      const offered = [...(nullable ? [null] : []), ...(choices ?? [false, true])];
      const options = offered.map(
        (choice) => new Option(wordsOf(name, choice), JSON.stringify(choice), false, same(choice, value)),
      );
      return make("select", { name }, ...options);
    }
    const shown = shownIn(value);
    if (name === "text" || type === "array") return make("textarea", { name, rows: 4, value: shown });
    const isNumber = type === "number" || type === "integer";
    const placeholder = type === "date" ? "2025-12-31" : ""; // as files have it, whatever the browser speaks
    return make("input", { name, value: shown, placeholder, autocomplete: "off", inputMode: isNumber ? "decimal" : "" });
  }

  // A list has a line for each.
  const shownIn = (value) => (Array.isArray(value) ? value.join("\n") : String(value ?? ""));

  function taken(input, name, form, before) {
    if (input.localName === "select") return JSON.parse(input.value);
    if (before !== null && input.value === shownIn(before)) return before;
    const value = typed(input.value.trim(), form.type);
    if (value === null && !form.nullable) throw new Fault(input, "fault_needed", name);
    if (!fits(value, form)) throw new Fault(input, `fault_${form.type}`, name);
    return value;
  }

  function typed(text, type) {
    if (type === "array") return text.split(/\s*\n\s*/).filter(Boolean);
    if (!text) return null;
    if (type !== "number" && type !== "integer") return text;
    const plain = text.normalize("NFKC").replaceAll(",", ""); // as input methods write it
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
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
    if (
      entry?.whole &&
      !gathered()
        .text.slice(...entry.whole)
        .includes(title)
    )
      refuse("title", "fault_title");
  }

  // The review file

  function save() {
    const name = `${desk.name}.review.yaml`;
    const link = make("a", {
      href: URL.createObjectURL(new Blob([written(desk.plan, decisions())], { type: "application/yaml" })),
      download: name,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    isSaved = true;
    report("has_saved", { name, n: decisions().length });
  }

  function load(text) {
    let given;
    try {
      given = read(text, desk.forms).decisions;
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      one("#load-fault").textContent = error.message;
      return;
    }
    const [decided, others] = understood(given);
    decide(decided, [...elsewhere.filter((other) => !others.some((one) => same(one, other))), ...others]);
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

  // What is decided is kept in the browser, by the digest of the document.

  const shelf = `planparse.review.${desk.plan.source_sha256}`;
  let kept = null;
  let isKept = true;
  let isSaved = true;

  // Files on a disk may have no store, and one may be full.
  function stored(does) {
    try {
      return does(globalThis.localStorage);
    } catch {
      isKept = false;
      one("#unkept").hidden = false;
      return null;
    }
  }

  function keep() {
    isSaved = false;
    const there = stored((store) => store.getItem(shelf));
    if (there !== kept) join(understood(heldIn(there).decisions)); // by another page of the same document, meanwhile
    const now = JSON.stringify({ given: desk.given, decisions: decisions() });
    stored((store) => {
      store.setItem(shelf, now);
      kept = now;
    });
  }

  function heldIn(text) {
    try {
      return text ? read(text, desk.forms) : { decisions: [] };
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      stored((store) => store.setItem(`${shelf}.unread`, text)); // by a page of another release: it is set aside
      return { decisions: [] };
    }
  }

  // Of two decisions on the same, the later one holds.
  function join([decided, others]) {
    const time = (decision) => Date.parse(decision.at) || 0;
    const isLater = ([entry, decision]) => !entry.decided || time(decision) > time(entry.decided);
    put(new Map([...decided].filter(isLater)), [
      ...elsewhere,
      ...others.filter((other) => !elsewhere.some((one) => same(one, other))),
    ]);
  }

  // What was kept goes on from what the page came with, unless the page was made anew with other decisions since.
  function begin() {
    one("#by").value = stored((store) => store.getItem("planparse.by")) ?? "";
    kept = stored((store) => store.getItem(shelf));
    const held = heldIn(kept);
    if (held.given !== desk.given) put(...understood(desk.decisions));
    join(understood(held.decisions));
    if (elsewhere.length) report("elsewhere", { n: elsewhere.length });
  }

  // Views and keys

  function view(reviews) {
    document.body.classList.toggle("reviewing", reviews);
    one("#review").hidden = !reviews;
    one("#to-review").setAttribute("aria-pressed", String(reviews));
    one("#to-lists").setAttribute("aria-pressed", String(!reviews));
    one(".skip").href = reviews ? "#card" : "#targets";
    point(reviews ? current?.at : null, false);
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
    if (!document.body.classList.contains("reviewing") || dialog.open || event.target.closest("input, select, textarea"))
      return;
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

  one("#queue").addEventListener("click", ({ target }) => go(owners.get(target.closest("li")) ?? current));
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
  one("#by").addEventListener("change", ({ target }) => stored((store) => store.setItem("planparse.by", target.value)));
  addEventListener("beforeunload", (event) => {
    if (!isKept && !isSaved) event.preventDefault();
  });
  addEventListener("spoken", () => {
    for (const entry of queues[on]) if (entry.row) draw(entry);
    for (const kind of subjects)
      for (const entry of queues[kind]) if (entry.decided && rows.has(entry.id)) renew(rows.get(entry.id), entry);
    if (!editing) face();
    tell();
    report();
  });

  desk.entries.forEach(enlist);
  for (const on of subjects) queues[on].sort((one, other) => (one.confidence ?? 0) - (other.confidence ?? 0));
  one(".views").hidden = false;
  view(true);
  begin();
  turnTo("target");
}
