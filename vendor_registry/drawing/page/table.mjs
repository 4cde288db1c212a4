// The table of flows, in step with the picture: what is filtered out leaves both, what is picked is marked in both.

import { fill, make, one } from "./dom.mjs";
import { signChip } from "./panels.mjs";
import { counted, say } from "./words.mjs";

const AT_ONCE = 300; // rows that are written before the browser may draw

// The rows in the order of the page's numbers; flows without a line of their own come last.
export function inOrder(flows, page) {
  const numbers = new Map(page.lines.flatMap((line) => line.flows.map((flow) => [flow, line.number])));
  const place = (flow) => numbers.get(flow) ?? Infinity;
  return [...flows].sort((one, other) => place(one) - place(other) || one - other).map((flow) => [flow, numbers.get(flow)]);
}

export class Table {
  constructor(world, pick) {
    this.world = world;
    this.pick = pick;
    this.body = one("rows");
    this.drawer = one("table");
    this.drawer.addEventListener("toggle", () => this.#write());
  }

  // `scene` as the stage has it; the rows are written only while somebody sees them.
  show(scene, page) {
    this.scene = scene;
    this.page = page;
    const all = this.world.flows.map((_, flow) => flow).filter((flow) => scene.day.flows[flow]);
    this.flows = scene.wanted ? all.filter((flow) => scene.wanted.has(flow)) : all;
    const lit = scene.lit ? this.flows.filter((flow) => scene.lit.flows.has(flow)).length : 0;
    const count = this.flows.length;
    const flows = scene.wanted ? say("flows_of", { count, all: all.length }) : counted(count, "flow");
    one("table-count").textContent = lit ? say("lit", { flows, count: lit }) : flows;
    this.#write();
  }

  // Before printing: all rows; after it the drawer is as it was.
  whole() {
    this.wasOpen = this.drawer.open;
    this.drawer.open = true;
    this.#write(Infinity);
  }

  again() {
    this.drawer.open = this.wasOpen;
  }

  #write(atOnce = AT_ONCE) {
    if (!this.drawer.open || !this.scene) return;
    const rows = inOrder(this.flows, this.page);
    const { lit } = this.scene;
    if (lit) rows.sort(([one], [other]) => Number(lit.flows.has(other)) - Number(lit.flows.has(one)));
    this.token = {};
    fill(this.body, rows.slice(0, atOnce).map((row) => this.#row(...row)));
    this.#more(rows, atOnce, this.token);
  }

  #more(rows, from, token) {
    if (from >= rows.length) return;
    requestAnimationFrame(() => {
      if (token !== this.token) return;
      this.body.append(...rows.slice(from, from + AT_ONCE).map((row) => this.#row(...row)));
      this.#more(rows, from + AT_ONCE, token);
    });
  }

  #row(number, line) {
    const { day, lit } = this.scene;
    const flow = this.world.flows[number];
    const state = day.flows[number];
    const found = day.findings.filter((one) => state.signs.includes(one.sign));
    const name = (party) => this.world.parties[party].name;
    const label = say("flow_name", { number: String(line ?? ""), source: name(flow.source), target: name(flow.target) });
    return make(
      "tr",
      { class: [lit?.flows.has(number) ? "lit" : "", state.mark].join(" ").trim() || null },
      make("th", { scope: "row" }, make("button", { class: "link", "aria-label": label, onclick: () => this.pick(number) }, String(line ?? "–"))),
      make("td", {}, name(flow.source)),
      make("td", {}, name(flow.target)),
      make("td", {}, flow.data),
      make("td", {}, state.words || this.world.names.ground[state.kind]),
      make("td", {}, found.slice(0, 3).map(signChip), found.length > 3 ? ` +${found.length - 3}` : "", !found.length && state.mark ? say(`chip_${state.mark}`) : ""),
      make("td", { class: "cell" }, flow.place),
    );
  }
}

