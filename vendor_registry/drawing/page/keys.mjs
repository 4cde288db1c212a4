// The keyboard: arrows follow the flows from box to box, a few letters do what the buttons do.

import { say } from "./words.mjs";

// The boxes at the other ends of the lines that leave or reach a box, in the order of their numbers.
export function beyond(page, box, direction) {
  const [here, there] = direction === "out" ? ["source", "target"] : ["target", "source"];
  const found = page.lines
    .filter((line) => line[here] === box && line[there] !== box && !line.element?.classList.contains("gone"))
    .map((line) => line[there]);
  return [...new Set(found)];
}

// Walks from box to box. Right: along a flow; left: against it; up and down: to the others at the end of the same box.
export class Walk {
  constructor(stage, announce) {
    this.stage = stage;
    this.announce = announce;
    this.forget();
  }

  forget() {
    this.fork = null; // { choices, place, direction, from }
  }

  get boxes() {
    return this.stage.page.boxes.filter((box) => !box.element.classList.contains("gone"));
  }

  // Tab gets to one box only: the one that was left last, or the first.
  rove(box = this.boxes[0]) {
    for (const one of this.stage.page.boxes) one.button.setAttribute("tabindex", one === box ? "0" : "-1");
    return box;
  }

  step(box, key) {
    if (key === "ArrowRight" || key === "ArrowLeft") return this.#along(box, key === "ArrowRight" ? "out" : "in");
    return this.#aside(box, key === "ArrowDown" ? 1 : -1);
  }

  #along(box, direction) {
    const choices = beyond(this.stage.page, box.id, direction);
    if (!choices.length) {
      this.announce(say(direction === "out" ? "nothing_leaves" : "nothing_reaches", { box: box.title }));
      return box;
    }
    this.fork = { choices, place: 0, direction, from: box.title };
    return this.#chosen();
  }

  #aside(box, by) {
    if (!this.fork || this.fork.choices[this.fork.place] !== box.id) {
      const boxes = this.boxes;
      const place = boxes.indexOf(box);
      return boxes[(place + by + boxes.length) % boxes.length];
    }
    this.fork.place = (this.fork.place + by + this.fork.choices.length) % this.fork.choices.length;
    return this.#chosen();
  }

  #chosen() {
    const { choices, place, direction, from } = this.fork;
    const box = this.stage.page.boxById.get(choices[place]);
    const values = { box: box.title, place: place + 1, all: choices.length, other: from };
    this.announce(say(direction === "out" ? "place_from" : "place_to", values));
    return box;
  }
}
