// Review files, as planparse reads and writes them: YAML, of which JSON is a part. What planparse would refuse is refused here, too.
{
  const { said } = globalThis.page;

  const MOST = 16 * 2 ** 20; // characters of a file
  const DEEPEST = 8; // braces within braces
  const FIELDS = ["on", "key", "quote", "path", "neighbours", "do", "field", "was", "now", "values", "by", "at", "note"];
  const ENTRY = /^-(?:\s+|$)/;
  const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\w.]+):(?:\s+(.*))?$/;
  const TOKEN = /\s*(?:([{}[\],:])|"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s,{}[\]"'#:](?:[^,{}[\]:]|:(?!\s|$))*))/y;
  const LOOSE = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufffe\uffff]/g; // what YAML does not hold as it is
  const ESCAPES = {
    n: "\n",
    t: "\t",
    r: "\r",
    0: "\0",
    a: "\x07",
    b: "\b",
    e: "\x1b",
    f: "\f",
    v: "\v",
    N: "\x85",
    _: "\xa0",
  };

  /** Why a text is no review file, in a line. */
  class Unread extends Error {}

  const refused = (key, values) => new Unread(said(key, values));
  const inLine = (line) => refused("fault_line", { line: line?.number ?? 1 });

  // Writing: a decision a line, all words between double quotes.

  function written(plan, decisions) {
    const lines = decisions.map((decision) => `- ${yaml(decision)}\n`);
    const text = `plan: ${yaml(plan)}\ndecisions:${lines.length ? "" : " []"}\n${lines.join("")}`;
    return /\\ud[89a-f]/.test(text) ? JSON.stringify({ plan, decisions }) : text; // half characters stand in JSON alone
  }

  function yaml(value) {
    if (Array.isArray(value)) return `[${value.map(yaml).join(", ")}]`;
    if (typeof value === "string") return JSON.stringify(value).replace(LOOSE, escaped);
    if (typeof value === "number") return String(value).replace(/^(-?\d+)e/, "$1.0e");
    if (typeof value !== "object" || value === null) return String(value);
    const pairs = Object.entries(value).map(([key, held]) => `${key}: ${yaml(held)}`);
    return `{${pairs.join(", ")}}`;
  }

  const escaped = (character) => `\\u${character.charCodeAt().toString(16).padStart(4, "0")}`;

  // Reading: JSON, or YAML as people write it, in blocks or in braces that end on their line.

  /** The review in a text. Throws Unread. */
  function read(text, forms) {
    if (text.length > MOST) throw refused("fault_size");
    const review = text.trimStart().startsWith("{") ? braces(text) : lines(text);
    if (!Array.isArray(review?.decisions)) throw refused("fault_file");
    review.decisions.forEach((decision, at) => {
      const field = faultOf(decision, forms);
      if (field !== null) throw refused("fault_decision", { n: at + 1, field });
    });
    return review;
  }

  function braces(text) {
    try {
      return JSON.parse(text);
    } catch {
      return flow(text, refused("fault_file"));
    }
  }

  function lines(text) {
    const all = text.replace(/^\ufeff/, "").split(/\r?\n/);
    const numbered = all.map((line, at) => ({ number: at + 1, indent: line.search(/\S/), text: line.trim() }));
    const rest = numbered.filter((line) => line.text && !/^(?:#|---$)/.test(line.text)).reverse(); // the next is the last
    const made = rest.length ? block(rest, 0) : null;
    if (rest.length) throw inLine(rest.at(-1));
    return made;
  }

  function block(rest, depth) {
    const { indent, text } = rest.at(-1);
    const isList = ENTRY.test(text);
    const held = [];
    if (depth > DEEPEST) throw inLine(rest.at(-1));
    while (rest.at(-1)?.indent === indent && ENTRY.test(rest.at(-1).text) === isList) {
      const line = rest.pop();
      const [, key, value] = (isList ? null : KEY.exec(line.text)) ?? [];
      if (!isList && key === undefined) throw inLine(line);
      const said = isList ? line.text.replace(ENTRY, "") : (value ?? "");
      if (isList && KEY.test(said)) rest.push({ ...line, indent: indent + line.text.length - said.length, text: said });
      const next = rest.at(-1);
      const goesOn = next && (next.indent > indent || (!isList && next.indent === indent && ENTRY.test(next.text)));
      const made = said && next?.number !== line.number ? flow(said, inLine(line)) : goesOn ? block(rest, depth + 1) : null;
      held.push(isList ? made : [flow(key, inLine(line)), made]);
    }
    if (rest.at(-1)?.indent > indent) throw inLine(rest.at(-1));
    return isList ? held : Object.fromEntries(held);
  }

  function flow(text, wrong) {
    const tokens = [];
    for (let at = 0; text.slice(at).trim(); at = TOKEN.lastIndex) {
      TOKEN.lastIndex = at;
      const [whole, mark, double, single, plain] = TOKEN.exec(text) ?? [];
      if (whole === undefined) throw wrong;
      if (mark) tokens.push(mark);
      else if (plain) tokens.push({ value: scalar(plain.trim()) });
      else tokens.push({ value: single?.replaceAll("''", "'") ?? unescaped(double, wrong) });
    }
    tokens.reverse();
    const made = value(tokens, wrong, 0);
    if (tokens.length) throw wrong;
    return made;
  }

  function value(tokens, wrong, depth) {
    const token = tokens.pop();
    if (typeof token === "object") return token.value;
    const end = { "{": "}", "[": "]" }[token];
    if (!end || depth > DEEPEST) throw wrong;
    const held = [];
    while (tokens.at(-1) !== end) {
      const first = value(tokens, wrong, depth + 1);
      if (end === "}" && tokens.pop() !== ":") throw wrong;
      held.push(end === "}" ? [first, value(tokens, wrong, depth + 1)] : first);
      if (tokens.at(-1) === ",") tokens.pop();
      else if (tokens.at(-1) !== end) throw wrong;
    }
    tokens.pop();
    return end === "}" ? Object.fromEntries(held) : held;
  }

  function scalar(plain) {
    if (/^(?:null|~)$/i.test(plain)) return null;
    if (/^(?:true|false)$/i.test(plain)) return plain.toLowerCase() === "true";
    return /^[-+]?(?:0|[1-9]\d*)(?:\.\d*(?:e[-+]\d+)?)?$/i.test(plain) ? Number(plain) : plain;
  }

  function unescaped(text, wrong) {
    return text.replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g, (_, two, four, eight, one) => {
      const number = Number.parseInt(two ?? four ?? eight ?? "0", 16);
      if (number > 0x10ffff || (one && !(one in ESCAPES) && !/["\\/ ]/.test(one))) throw wrong;
      return one ? (ESCAPES[one] ?? one) : String.fromCodePoint(number);
    });
  }

  // What holds

  /** The field of a decision that does not hold, or null. */
  function faultOf(decision, forms) {
    if (typeof decision !== "object" || decision === null) return "on";
    const { on, do: what, quote, key, at, field = null, neighbours = null, values = null } = decision;
    const strange = Object.keys(decision).find((name) => !FIELDS.includes(name));
    if (strange !== undefined) return strange.slice(0, 40);
    if (typeof on !== "string" || !Object.hasOwn(forms, on)) return "on";
    const form = forms[on];
    const isField = (name) => Object.hasOwn(form, name);
    const hold = (pairs, test) => typeof pairs === "object" && !Array.isArray(pairs) && Object.entries(pairs).every(test);
    const isWords = ([name, words]) => ["before", "after"].includes(name) && typeof words === "string";
    const isHeld = ([name, value]) => isField(name) && fits(value, form[name]);
    const texts = ["key", "quote", "path", "field", "by", "at", "note"];
    const faults = [
      ...texts.map((name) => [name, typeof (decision[name] ?? "") !== "string"]),
      ["do", !(on === "metadata" ? ["accept", "change"] : ["accept", "change", "add", "remove"]).includes(what)],
      ["quote", on !== "metadata" && !quote],
      ["key", key && !/^[0-9a-f]{10}$/.test(key)],
      ["at", at && !/^\d{4}-\d{2}-\d{2}(?:T[0-9:.+Z-]{1,30})?$/.test(at)],
      ["neighbours", neighbours !== null && !hold(neighbours, isWords)],
      ["field", field === null ? what === "change" || on === "metadata" : !isField(field)],
      ["now", what === "change" && !(Object.hasOwn(decision, "now") && isField(field) && fits(decision.now, form[field]))],
      ["values", values === null ? what === "add" : !hold(values, isHeld)],
    ];
    return faults.find(([, isWrong]) => isWrong)?.[0] ?? null;
  }

  /** Whether a field takes a value. */
  function fits(value, { type, nullable, choices, pattern, least, most }) {
    if (value === null) return Boolean(nullable);
    if (type === "choice") return choices.includes(value);
    if (type === "array") return Array.isArray(value) && value.every((each) => typeof each === "string");
    if (type === "number") return Number.isFinite(value) && value >= least && value <= most;
    if (type === "integer") return Number.isInteger(value) && value >= least && value <= most;
    if (type === "boolean") return typeof value === "boolean";
    if (typeof value !== "string") return false;
    if (type === "date") return /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value);
    return !pattern || new RegExp(pattern, "u").test(value);
  }

  const isDay = (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text) && text > "0001";

  globalThis.reviewFile = { MOST, Unread, read, written, fits };
}
