// The pictures: which page is shown, and how each box and line stands on the day, under the filter, in what is picked.

import { worse } from "./facts.js";

const DOTS = "http://www.w3.org/2000/svg";

export class Stage {
  constructor(root, world) {
    this.world = world;
    this.figures = [...root.querySelectorAll("figure")];
    this.pages = world.pages.map((page) => ({ ...page, isRead: false }));
  }

  get page() {
    return this.pages[this.shown];
  }

  get svg() {
    return this.figures[this.shown].querySelector("svg");
  }

  show(number) {
    this.shown = number;
    this.figures.forEach((figure, place) => (figure.hidden = place !== number));
    if (!this.page.isRead) this.#read(this.page);
  }

  // Finds the elements of a page once, and gives each line a broad unseen twin, since thin lines are hard to hit.
  #read(page) {
    page.isRead = true;
    page.boxById = new Map();
    for (const box of page.boxes) {
      box.element = document.getElementById(box.id);
      box.button = box.element.querySelector("[role=button]");
      page.boxById.set(box.id, box);
    }
    for (const line of page.lines) {
      line.element = document.getElementById(line.id);
      line.sign = document.getElementById(`${line.id}-sign`);
      line.said = "";
      const twin = line.element.querySelector(".stroke").cloneNode();
      twin.setAttribute("class", "twin");
      line.element.append(twin);
    }
  }

  boxOf(party) {
    return this.page.boxes.find((box) => box.parties.includes(party));
  }

  // `scene`: day, wanted flows (null: all), lit { flows, parties, hops } or null, side of a comparison.
  paint(scene) {
    const ends = new Set();
    for (const line of this.page.lines) this.#paintLine(line, scene, ends);
    for (const box of this.page.boxes) this.#paintBox(box, scene);
    this.#paintHops(scene.lit?.hops ?? []);
  }

  #paintLine(line, { day, wanted, lit, side }) {
    const alive = line.flows.filter((flow) => day.flows[flow]);
    const states = alive.map((flow) => day.flows[flow]);
    const isGone = (line.flows.length > 0 && !alive.length) || isAway(line.status, side);
    const hop = lit?.hops.findIndex((flow) => line.flows.includes(flow)) ?? -1;
    const marks = {
      gone: isGone,
      off: wanted !== null && !alive.some((flow) => wanted.has(flow)),
      lit: lit !== null && alive.some((flow) => lit.flows.has(flow)),
      dim: lit !== null && !alive.some((flow) => lit.flows.has(flow)),
    };
    for (const element of [line.element, line.sign]) {
      for (const [name, is] of Object.entries(marks)) element.classList.toggle(name, is);
      element.style.setProperty("--hop", Math.max(hop, 0));
    }
    if (!isGone && states.length) this.#say(line, states);
  }

  // The least safe ground and the worst mark of the flows in force, as the drawing itself has them on its own day.
  #say(line, states) {
    const kind = states.reduce((found, { kind }) => (this.world.rankOf(kind) > this.world.rankOf(found) ? kind : found), states[0].kind);
    const mark = states.reduce((found, one) => worse(found, one.mark), "");
    const signs = [...new Set(states.flatMap((one) => one.signs))];
    for (const element of [line.element, line.sign]) {
      element.dataset.ground = kind;
      element.dataset.mark = mark;
    }
    const isCut = mark === "broken" && states.some((one) => one.isCut);
    const words = signWords(line, mark, signs, isCut);
    const text = line.sign.querySelector("text");
    if (text.textContent !== words) letter(line.sign, text, words, mark === "broken");
  }

  #paintBox(box, { day, wanted, lit, side }) {
    const alive = box.parties.filter((party) => !day.absent.has(party));
    const isEnd = (flow) => alive.includes(this.world.flows[flow].source) || alive.includes(this.world.flows[flow].target);
    const touching = alive.flatMap((party) => [...this.world.leaving[party], ...this.world.arriving[party]]);
    const marks = {
      gone: (box.parties.length > 0 && !alive.length) || isAway(box.status, side),
      off: wanted !== null && !touching.some((flow) => wanted.has(flow) && isEnd(flow)),
      lit: lit !== null && alive.some((party) => lit.parties.has(party)),
      dim: lit !== null && !alive.some((party) => lit.parties.has(party)),
      picked: lit !== null && alive.some((party) => lit.picked.has(party)),
    };
    for (const [name, is] of Object.entries(marks)) box.element.classList.toggle(name, is);
    const hop = lit?.hops.findIndex((flow) => box.parties.includes(this.world.flows[flow].target)) ?? -1;
    box.element.style.setProperty("--hop", hop + 1);
  }

  // A number at each line of a chain, in the order in which the data goes.
  #paintHops(hops) {
    this.svg.querySelector(".hops")?.remove();
    if (!hops.length) return;
    const group = document.createElementNS(DOTS, "g");
    group.setAttribute("class", "hops");
    group.setAttribute("aria-hidden", "true");
    for (const line of this.page.lines) {
      const places = hops.flatMap((flow, place) => (line.flows.includes(flow) ? [place + 1] : []));
      if (!places.length) continue;
      const rect = line.sign.querySelector("rect");
      const x = Number(rect.getAttribute("x")) - 12;
      const y = Number(rect.getAttribute("y")) + 7.5;
      const circle = group.appendChild(document.createElementNS(DOTS, "circle"));
      const text = group.appendChild(document.createElementNS(DOTS, "text"));
      for (const [name, value] of Object.entries({ cx: x, cy: y, r: 11 })) circle.setAttribute(name, value);
      for (const [name, value] of Object.entries({ x, y: y + 4.5, "text-anchor": "middle" })) text.setAttribute(name, value);
      text.textContent = [...new Set(places)].join(",");
      for (const element of [circle, text]) element.style.setProperty("--hop", places[0] - 1);
    }
    this.svg.querySelector(".camera").append(group);
  }

  // The part of the drawing that holds what is lit, in its own units; null where nothing is.
  litPart() {
    const boxes = this.page.boxes.filter((box) => box.element.matches(".lit:not(.gone)")).map((box) => box.element.getBBox());
    if (!boxes.length) return null;
    const left = Math.min(...boxes.map((one) => one.x));
    const top = Math.min(...boxes.map((one) => one.y));
    const right = Math.max(...boxes.map((one) => one.x + one.width));
    const bottom = Math.max(...boxes.map((one) => one.y + one.height));
    return { x: left, y: top, width: right - left, height: bottom - top };
  }

  // The page on which most of some flows have a line of their own, or most of some parties a box; the shown one if it is as good.
  bestPage(flows, parties) {
    const score = (page) =>
      page.lines.filter((line) => line.flows.some((flow) => flows.has(flow))).length * 100 +
      page.boxes.filter((box) => box.parties.some((party) => parties.has(party))).length;
    const hasAll = (page) =>
      [...flows].every((flow) => page.lines.some((line) => line.flows.includes(flow))) &&
      [...parties].every((party) => page.boxes.some((box) => box.parties.includes(party)));
    if (hasAll(this.page)) return this.shown;
    const scores = this.pages.map(score);
    const best = Math.max(...scores);
    return scores[this.shown] === best ? this.shown : scores.indexOf(best);
  }
}

function isAway(status, side) {
  return (side === "before" && status === "added") || (side === "after" && status === "removed");
}

const STATUS_SIGNS = { added: "+", removed: "−", changed: "~" };

// What stands on a line: its number, the first finding, whether a cut there settles it.
export function signWords(line, mark, signs, isCut) {
  const more = signs.length > 1 ? ` +${signs.length - 1}` : "";
  const trouble = signs.length ? `${signs[0]}${more}` : mark === "gap" ? "?" : "";
  return [`${STATUS_SIGNS[line.status] ?? ""}${line.number}`, trouble, isCut ? "cut" : ""].filter(Boolean).join(" ");
}

// Writes other words into a sign and makes its frame as wide as they are, about the same middle.
function letter(sign, text, words, hasCross) {
  const rect = sign.querySelector("rect");
  const middle = Number(rect.getAttribute("x")) + Number(rect.getAttribute("width")) / 2;
  text.textContent = words;
  const across = text.getComputedTextLength() + 7 + (hasCross ? 11 : 0);
  rect.setAttribute("x", middle - across / 2);
  rect.setAttribute("width", across);
  text.setAttribute("x", middle - across / 2 + 3.5);
  const cross = sign.querySelector(".cross");
  const drawn = cross.getBBox();
  cross.setAttribute("transform", `translate(${middle + across / 2 - 7.5 - drawn.x - drawn.width / 2} 0)`);
}
