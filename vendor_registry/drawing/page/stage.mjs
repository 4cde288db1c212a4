// The pictures: which page is shown, and how each box and line stands on the day, under the filter, in what is picked.

import { drawn } from "./dom.mjs";
import { worse } from "./facts.mjs";
import { Sheet } from "./sheet.mjs";
import { say } from "./words.mjs";

export class Stage {
  constructor(root, world, pick) {
    this.root = root;
    this.world = world;
    this.pick = pick; // called with the name of a cell or row of a table
    this.figures = [...root.querySelectorAll("figure")];
    this.pages = world.pages.map((page) => ({ ...page, isRead: false }));
  }

  get page() {
    return this.pages[this.shown];
  }

  // null on a page that is a table
  get svg() {
    return this.figures[this.shown].querySelector("svg");
  }

  show(number) {
    this.shown = number;
    this.figures.forEach((figure, place) => (figure.hidden = place !== number));
    this.root.classList.toggle("flat", Boolean(this.page.sheet));
    if (!this.page.isRead) this.#read(this.page);
  }

  // Finds the elements of a page once.
  #read(page) {
    page.isRead = true;
    page.boxById = new Map();
    page.frames = [];
    if (page.sheet) {
      page.table = new Sheet(this.figures[this.shown], page, this.world, this.pick);
      return;
    }
    for (const box of page.boxes) {
      box.element = document.getElementById(box.id);
      box.button = box.element.querySelector("[role=button]");
      box.touching = box.parties.flatMap((party) => [...this.world.leaving[party], ...this.world.arriving[party]]);
      box.arriving = new Set(box.parties.flatMap((party) => this.world.arriving[party]));
      page.boxById.set(box.id, box);
    }
    for (const line of page.lines) {
      line.element = document.getElementById(line.id);
      line.sign = document.getElementById(`${line.id}-sign`);
      line.text = line.sign.querySelector("text");
    }
    page.frames = framesOf(this.svg, page.boxes);
  }

  // Thin lines are hard to hit: before the pointer gets there, each gets a broad unseen twin.
  broaden() {
    for (const line of this.page.lines) if (!line.element.querySelector(".twin")) line.element.append(likeLine(line, "twin"));
  }

  // `scene`: day, wanted flows (null: all), lit { flows, parties, hops } or null, side of a comparison.
  paint(scene) {
    if (this.page.sheet) {
      this.page.table.paint(scene);
      return;
    }
    for (const line of this.page.lines) this.#paintLine(line, scene);
    for (const box of this.page.boxes) this.#paintBox(box, scene);
    for (const { elements, boxes } of this.page.frames) {
      const isGone = boxes.length > 0 && boxes.every((box) => box.element.classList.contains("gone"));
      for (const element of elements) turn(element, "gone", isGone);
    }
    this.#paintHops(scene.lit?.hops ?? []);
  }

  #paintLine(line, { day, wanted, lit, side }) {
    const alive = line.flows.filter((flow) => day.flows[flow]);
    const isGone = (line.flows.length > 0 && !alive.length) || isAway(line.status, side);
    const isLit = lit !== null && alive.some((flow) => lit.flows.has(flow));
    const isOff = wanted !== null && !alive.some((flow) => wanted.has(flow));
    for (const element of [line.element, line.sign]) {
      turn(element, "gone", isGone);
      turn(element, "lit", isLit);
      turn(element, "dim", (lit !== null && !isLit) || (lit === null && isOff));
      if (isLit) setHop(element, Math.max(lit.hops.findIndex((flow) => line.flows.includes(flow)), 0));
    }
    if (!isGone && alive.length) this.#say(line, alive.map((flow) => day.flows[flow]));
  }

  // The least safe ground and the worst mark of the flows in force, as the drawing itself has them on its own day.
  #say(line, states) {
    const kind = states.reduce(
      (found, one) => (this.world.rankOf(one.kind) > this.world.rankOf(found) ? one.kind : found),
      states[0].kind,
    );
    const mark = states.reduce((found, one) => worse(found, one.mark), "");
    const signs = [...new Set(states.flatMap((one) => one.signs))];
    for (const element of [line.element, line.sign]) {
      if (element.dataset.ground !== kind) element.dataset.ground = kind;
      if ((element.dataset.mark ?? "") !== mark) element.dataset.mark = mark;
    }
    if (isDouble(kind, mark)) line.core ??= line.element.querySelector(".core") ?? addCore(line);
    const words = signWords(line, mark, signs, mark === "broken" && states.some((one) => one.isCut));
    if (line.text.textContent !== words) letter(line.sign, line.text, words, mark === "broken");
  }

  #paintBox(box, { day, wanted, lit, side }) {
    const isThere = box.parties.some((party) => !day.absent.has(party));
    const isLit = lit !== null && box.parties.some((party) => lit.parties.has(party));
    const isOff = wanted !== null && !box.touching.some((flow) => wanted.has(flow));
    const { element } = box;
    turn(element, "gone", (box.parties.length > 0 && !isThere) || isAway(box.status, side));
    turn(element, "lit", isLit);
    turn(element, "dim", (lit !== null && !isLit) || (lit === null && isOff));
    turn(element, "picked", lit !== null && box.parties.some((party) => lit.picked.has(party)));
    if (isLit) setHop(element, lit.hops.findIndex((flow) => box.arriving.has(flow)) + 1);
  }

  // A number at each line of a chain, in the order in which the data goes.
  #paintHops(hops) {
    this.svg.querySelector(".hops")?.remove();
    if (!hops.length) return;
    const group = drawn("g", { class: "hops", "aria-hidden": "true" });
    for (const line of this.page.lines) {
      const places = hops.flatMap((flow, place) => (line.flows.includes(flow) ? [place + 1] : []));
      if (!places.length) continue;
      const rect = line.sign.querySelector("rect");
      const x = Number(rect.getAttribute("x")) - 12;
      const y = Number(rect.getAttribute("y")) + 7.5;
      const text = drawn("text", { x, y: y + 4.5, "text-anchor": "middle" });
      text.textContent = [...new Set(places)].join(",");
      for (const element of [drawn("circle", { cx: x, cy: y, r: 11 }), text]) {
        setHop(element, places[0] - 1);
        group.append(element);
      }
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

  // The page on which most of some flows have a line and most of some parties a box; the shown one if it is as good.
  bestPage(flows, parties) {
    const score = (page) => {
      const drawn = (page.drawn ??= new Set(page.lines.flatMap((line) => line.flows)));
      const there = (page.there ??= new Set(page.boxes.flatMap((box) => box.parties)));
      const count = (some, all) => [...some].filter((one) => all.has(one)).length;
      return 100 * count(flows, drawn) + count(parties, there);
    };
    const scores = this.pages.map(score);
    const best = Math.max(...scores);
    return scores[this.shown] === best ? this.shown : scores.indexOf(best);
  }
}

// Classes and hops are touched only where they change: a picture may have thousands of elements.
function turn(element, name, is) {
  if (element.classList.contains(name) !== is) element.classList.toggle(name, is);
}

function setHop(element, hop) {
  element.style.setProperty("--hop", hop);
}

// The frames of a page with the boxes that stand in them.
function framesOf(svg, boxes) {
  const middles = boxes.map((box) => [box, middleOf(box.element.getBBox())]);
  return [...svg.querySelectorAll(".frame")].map((element) => {
    const { x, y, width, height } = element.querySelector("rect").getBBox();
    const isInside = ([, [across, down]]) => across > x && across < x + width && down > y && down < y + height;
    const title = document.getElementById(`${element.id}-title`);
    return { elements: [element, title], boxes: middles.filter(isInside).map(([box]) => box) };
  });
}

function middleOf({ x, y, width, height }) {
  return [x + width / 2, y + height / 2];
}

function isAway(status, side) {
  return (side === "before" && status === "added") || (side === "after" && status === "removed");
}

const STATUS_SIGNS = { added: "+", removed: "−", changed: "~" };

// What stands on a line: its number, the first finding, whether a cut there settles it.
export function signWords(line, mark, signs, isCut) {
  const more = signs.length > 1 ? ` +${signs.length - 1}` : "";
  const trouble = signs.length ? `${signs[0]}${more}` : mark === "gap" ? "?" : "";
  return [`${STATUS_SIGNS[line.status] ?? ""}${line.number}`, trouble, isCut ? say("cut") : ""].filter(Boolean).join(" ");
}

function isDouble(kind, mark) {
  return mark === "broken" || kind === "binding-rules";
}

// The course of a line once more, to be drawn in another way.
function likeLine(line, name) {
  const twin = line.element.querySelector(".stroke").cloneNode();
  twin.setAttribute("class", name);
  return twin;
}

function addCore(line) {
  const core = likeLine(line, "core");
  line.element.querySelector(".stroke").after(core);
  return core;
}

const CROSS = "M-3.5,-3.5 L3.5,3.5 M-3.5,3.5 L3.5,-3.5";

// Writes other words into a sign and makes its frame as wide as they are, about the same middle.
function letter(sign, text, words, hasCross) {
  const rect = sign.querySelector("rect");
  const middle = Number(rect.getAttribute("x")) + Number(rect.getAttribute("width")) / 2;
  text.textContent = words;
  const across = text.getComputedTextLength() + 7 + (hasCross ? 11 : 0);
  rect.setAttribute("x", middle - across / 2);
  rect.setAttribute("width", across);
  text.setAttribute("x", middle - across / 2 + 3.5);
  if (!hasCross) return;
  const cross = sign.querySelector(".cross") ?? sign.appendChild(drawn("path", { class: "cross", d: CROSS }));
  const down = Number(rect.getAttribute("y")) + Number(rect.getAttribute("height")) / 2;
  cross.setAttribute("transform", `translate(${middle + across / 2 - 7.5} ${down})`);
}
