// The pictures that are tables: a matrix of what goes from place to place, and the shares that vendors carry. Both are
// counted here from the flows in force on the day and wanted by the filter.

import { drawn, fill, make } from "./dom.mjs";
import { withAbove, worse } from "./facts.mjs";
import { signChip } from "./panels.mjs";
import { counted, say } from "./words.mjs";

const MOST_CATEGORIES = 3; // named in a cell
const MOST_ROWS = 15; // of shares

// The flows that count: in force, and wanted where there is a filter.
function counting(world, { day, wanted }) {
  return world.flows.flatMap((_, number) => (day.flows[number] && (!wanted || wanted.has(number)) ? [number] : []));
}

// By row and column the flows that go from the one to the other; only rows and columns with any.
export function crossings(world, sheet, scene) {
  const cells = new Map();
  for (const number of counting(world, scene)) {
    const { source, target } = world.flows[number];
    const [from, to] = [sheet.members[source], sheet.members[target]];
    if (!from || !to) continue;
    const key = `${from[0]} ${to[0]}`;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(number);
  }
  const ends = [...cells.keys()].map((key) => key.split(" ").map(Number));
  const inOrder = (places) => [...new Set(places)].sort((one, other) => one - other);
  return { rows: inOrder(ends.map(([from]) => from)), columns: inOrder(ends.map(([, to]) => to)), cells };
}

// What a cell of the matrix says of its flows: how many, which data, on which grounds, what is wrong.
export function summed(world, day, flows) {
  const states = flows.map((number) => day.flows[number]);
  const known = flows.flatMap((number) => world.flows[number].categories ?? []);
  const widest = [...new Set(known.map((category) => withAbove(category)[0]))].sort();
  const words = widest.slice(0, MOST_CATEGORIES).map((category) => world.names.category[category] ?? category);
  if (widest.length > MOST_CATEGORIES) words.push(counted(widest.length - MOST_CATEGORIES, "more"));
  if (flows.some((number) => world.flows[number].categories === null)) words.push(say("not_stated"));
  const kinds = new Map();
  for (const { kind } of states) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const ranked = [...kinds].sort(([one], [other]) => world.rankOf(other) - world.rankOf(one));
  const grounds = ranked.filter(([kind]) => world.rankOf(kind) > 0).map(([kind, count]) => `${count} ${world.names.groundShort[kind]}`);
  return {
    data: words.join(", "),
    grounds: grounds.join(", "),
    ground: ranked[0][0],
    mark: states.reduce((found, one) => worse(found, one.mark), ""),
  };
}

// The vendors who carry most, each with its parties in force, their flows and [count, whole] of each share.
export function shares(world, sheet, scene) {
  const flows = counting(world, scene);
  const reaching = new Map();
  for (const number of flows) {
    const { target } = world.flows[number];
    if (!reaching.has(target)) reaching.set(target, []);
    reaching.get(target).push(number);
  }
  const rows = new Map();
  for (const [key, [title, seat, data]] of Object.entries(sheet.members)) {
    const number = Number(key);
    if (scene.day.absent.has(number) || (scene.wanted && !reaching.has(number))) continue;
    const row = rows.get(title) ?? { place: title, title: sheet.titles[title], parties: [], products: [], data: [], zones: [], seats: [] };
    const party = world.parties[number];
    row.parties.push(number);
    row.products.push(...allOf(party.products, world.names.product));
    row.data.push(...data);
    row.zones.push(...allOf([party.zone], world.names.zone));
    row.seats.push(seat);
    rows.set(title, row);
  }
  const told = [...rows.values()].map((row) => {
    const gets = row.parties.reduce((sum, party) => sum + (reaching.get(party)?.length ?? 0), 0);
    const wholes = [world.names.product, world.names.zone].map((names) => Object.keys(names).length);
    const bars = [
      [new Set(row.products).size, wholes[0]],
      [new Set(row.data).size, sheet.whole],
      [new Set(row.zones).size, wholes[1]],
      [gets, flows.length],
    ];
    return { place: row.place, title: row.title, parties: row.parties, bars, seats: [...new Set(row.seats)].filter(Boolean).sort() };
  });
  const weight = ({ bars }) => bars.reduce((sum, [count, whole]) => sum + (whole ? count / whole : 0), 0);
  told.sort((one, other) => weight(other) - weight(one) || (one.title < other.title ? -1 : 1));
  return { rows: told.slice(0, MOST_ROWS), left: Math.max(0, told.length - MOST_ROWS) };
}

// "*" written out as everything there is; nothing for what is not named.
function allOf(keys, names) {
  return keys.includes("*") ? Object.keys(names) : keys.filter(Boolean);
}

export class Sheet {
  constructor(figure, page, world, pick) {
    this.table = figure.querySelector(".sheet table");
    [this.corner, ...this.columns] = [...this.table.tHead.rows[0].cells].map((cell) => cell.textContent);
    Object.assign(this, { page, world, pick });
  }

  // What a cell ("3 5") or a row ("3") is about on a day: { flows } or { parties }; null where there is none.
  about(name, day) {
    const places = /^\d+( \d+)?$/.test(name) ? name.split(" ").map(Number) : [];
    const { sheet } = this.page;
    if (places.length === 2) {
      const flows = crossings(this.world, sheet, { day, wanted: null }).cells.get(name);
      return flows ? { flows } : null;
    }
    const parties = Object.keys(sheet.members).map(Number).filter((one) => sheet.members[one][0] === places[0] && !day.absent.has(one));
    return parties.length ? { parties } : null;
  }

  paint(scene) {
    const focused = document.activeElement?.closest(".sheet button")?.getAttribute("aria-label");
    if (this.page.sheet.whole) this.#shares(scene);
    else this.#matrix(scene);
    if (focused) [...this.table.querySelectorAll("button")].find((one) => one.getAttribute("aria-label") === focused)?.focus();
  }

  #matrix(scene) {
    const { rows, columns, cells } = crossings(this.world, this.page.sheet, scene);
    const { titles } = this.page.sheet;
    const cell = (from, to) => this.#crossing(scene, `${from} ${to}`, cells.get(`${from} ${to}`) ?? [], [titles[from], titles[to]]);
    this.#fill(
      [this.corner, ...columns.map((to) => titles[to])],
      rows.map((from) => [titles[from], columns.map((to) => cell(from, to))]),
    );
  }

  #crossing({ day, lit }, name, flows, [from, to]) {
    const inside = from === to ? "inside" : "";
    if (!flows.length) return make("td", { class: inside });
    const { data, grounds, ground, mark } = summed(this.world, day, flows);
    const isLit = lit && flows.some((flow) => lit.flows.has(flow));
    const classes = [inside, mark, isLit ? "lit" : lit ? "pale" : ""].filter(Boolean).join(" ");
    const count = counted(flows.length, "flow");
    const press = { class: "link", "aria-label": say("crossing", { flows: count, source: from, target: to }), onclick: () => this.pick(name) };
    const isNothing = !grounds && !mark;
    return make(
      "td",
      { class: classes },
      make("div", {}, make("button", press, count), mark ? [" ", signChip({ mark })] : ""),
      make("div", {}, data),
      make("div", {}, grounds, isNothing ? "" : sample(ground, mark)),
    );
  }

  #shares(scene) {
    const { rows, left } = shares(this.world, this.page.sheet, scene);
    const body = rows.map((row) => {
      const isLit = scene.lit && row.parties.some((party) => scene.lit.parties.has(party));
      const press = { class: "link", "aria-label": row.title, onclick: () => this.pick(String(row.place)) };
      const bars = row.bars.map(([count, whole]) => make("td", {}, bar(whole ? count / whole : 0), make("div", {}, say("share", { count, whole }))));
      const seat = make("td", {}, make("div", {}, row.seats.join(", ")), row.parties.length > 1 ? make("div", {}, counted(row.parties.length, "engagement")) : "");
      return [make("button", press, row.title), [...bars, seat], isLit ? "lit" : scene.lit ? "pale" : ""];
    });
    this.#fill([this.corner, ...this.columns], body, left ? say("carry_less", { count: left }) : "");
  }

  #fill(heads, rows, foot = "") {
    fill(this.table.tHead, make("tr", {}, heads.map((head) => make("th", { scope: "col" }, head))));
    const written = rows.map(([title, cells, look]) => make("tr", { class: look || null }, make("th", { scope: "row" }, title), cells));
    const nothing = rows.length ? [] : make("tr", {}, make("td", { colspan: heads.length }, say("no_flow")));
    const last = foot ? make("tr", {}, make("td", { colspan: heads.length, class: "note" }, foot)) : [];
    fill(this.table.tBodies[0], written, nothing, last);
  }
}

function bar(share) {
  const filled = drawn("rect", { width: 100 * share, height: 10 });
  return drawn("svg", { class: "share", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, filled);
}

// The line of a ground as the pictures draw it.
function sample(ground, mark) {
  const looks = mark === "broken" ? { "data-ground": ground, "data-mark": mark } : { "data-ground": ground };
  const parts = [["stroke", "M1 7 H60"], ["core", "M1 7 H60"], ["head", "M60 3 L70 7 L60 11 Z"]];
  const line = drawn("g", { class: "line", ...looks }, ...parts.map(([name, d]) => drawn("path", { class: name, d })));
  return drawn("svg", { class: "sample", viewBox: "0 0 72 14", "aria-hidden": "true" }, line);
}
