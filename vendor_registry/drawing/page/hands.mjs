// What a mouse and the keys do to the picture, and what single letters do anywhere on the page.

import { one } from "./dom.mjs";

const PANS = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] };

export class Hands {
  // `pick` takes what is picked now as parts of the state, `drop` lets go of it.
  constructor(world, stage, cameras, walk, { pick, drop }) {
    Object.assign(this, { world, stage, cameras, walk, pick, drop });
  }

  clicked(event) {
    if (this.cameras.hasDragged || event.target.closest("button")) return;
    const box = event.target.closest(".box");
    const line = event.target.closest(".line, .sign");
    const id = box?.id ?? line?.id.replace(/-sign$/, "");
    if (!id) {
      this.drop();
      return;
    }
    if (box) this.walk.rove(this.stage.page.boxById.get(id));
    this.pickDrawn(id);
  }

  // A box of one party, or a line of one flow, is that party or flow, so that it stays picked on other pages.
  pickDrawn(id) {
    const box = this.stage.page.boxById.get(id);
    const line = this.stage.page.lines.find((found) => found.id === id);
    if (box?.parties.length === 1) this.pick({ party: this.world.parties[box.parties[0]].key });
    else if (line?.flows.length === 1) this.pick({ flow: String(line.flows[0]) });
    else this.pick({ box: id }, { goes: false });
  }

  walked(event) {
    if (event.target === one("stage") && PANS[event.key] && this.stage.svg) {
      this.cameras.pan(...PANS[event.key]);
      event.preventDefault();
      return;
    }
    const button = event.target.closest?.("[role=button]");
    const box = button && this.stage.page.boxById.get(button.closest(".box")?.id);
    if (!box || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      this.pickDrawn(box.id);
    } else if (event.key.startsWith("Arrow")) {
      const next = this.walk.step(box, event.key);
      this.walk.rove(next).button.focus();
      this.cameras.toPart(next.element.getBBox());
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

// Each letter with what it does; none while somebody types, or has turned letters off. Escape always lets go.
export function pressing(letters) {
  return (event) => {
    const isTyping = event.target.matches?.("input[type=search], select");
    if (event.key !== "Escape" && !one("letters").checked) return;
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || one("help").open) return;
    const act = letters[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
