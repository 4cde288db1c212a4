// Pan and zoom: where the drawing stands on the screen, by pointer, wheel, two fingers and keys.

const NEAREST = 8;
const FARTHEST = 0.2;
const STAMP = 0.4;
const READABLE = 0.78; // pixels for one unit of a drawing: its smallest texts are then 9 pixels high

// A camera is { x, y, scale }: a point p of the drawing stands at p * scale + (x, y) in the units of the drawing's view.
export const HOME = Object.freeze({ x: 0, y: 0, scale: 1 });

// The camera after a zoom by a factor that leaves a point where it is.
export function zoomed(camera, factor, point) {
  const scale = Math.min(NEAREST, Math.max(FARTHEST, camera.scale * factor));
  const real = scale / camera.scale;
  return { x: point.x - (point.x - camera.x) * real, y: point.y - (point.y - camera.y) * real, scale };
}

// The camera that shows a part of the drawing in the middle of a view, no nearer than `nearest`.
export function fitted(part, view, nearest = 2) {
  const scale = Math.min(view.width / part.width, view.height / part.height, nearest);
  return {
    x: view.x + view.width / 2 - (part.x + part.width / 2) * scale,
    y: view.y + view.height / 2 - (part.y + part.height / 2) * scale,
    scale,
  };
}

// Whether all of a part stands in a view.
export function contains(view, part, { x, y, scale }) {
  const left = part.x * scale + x;
  const top = part.y * scale + y;
  const isAcross = left >= view.x && left + part.width * scale <= view.x + view.width;
  return isAcross && top >= view.y && top + part.height * scale <= view.y + view.height;
}

export function written({ x, y, scale }) {
  return `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(4)})`;
}

// Moves the drawings of a stage; each page keeps its own camera.
export class Cameras {
  constructor(stage, moved) {
    this.stage = stage;
    this.moved = moved; // called with the camera after each move
    this.cameras = new Map();
    this.fingers = new Map();
    stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    stage.addEventListener("pointerdown", (event) => this.#down(event));
    stage.addEventListener("pointermove", (event) => this.#move(event));
    for (const name of ["pointerup", "pointercancel"]) stage.addEventListener(name, (event) => this.#up(event));
  }

  show(svg) {
    this.svg = svg; // null: a table, which scrolls as tables do
    if (!svg) return;
    this.camera = svg.querySelector(".camera");
    this.#set(this.cameras.get(svg) ?? this.#first());
  }

  // All of it; on a telephone, where that is a stamp, what stands at the upper left, so large that it can be read.
  #first() {
    const view = this.#view();
    const pixels = this.stage.getBoundingClientRect().width / view.width;
    if (pixels >= STAMP) return HOME;
    const box = this.svg.viewBox.baseVal;
    const scale = READABLE / pixels;
    return { x: view.x - box.x * scale, y: Math.max(view.y, view.y + (view.height - box.height * scale) / 2) - box.y * scale, scale };
  }

  home() {
    if (!this.svg) return;
    this.#set(HOME);
  }

  // About the middle of the view, or about where the pointer is.
  by(factor, event = null) {
    if (!this.svg) return;
    const { x, y, width, height } = this.#view();
    this.#set(zoomed(this.now, factor, event ? this.#point(event) : { x: x + width / 2, y: y + height / 2 }));
  }

  // By parts of the view: (0.1, 0) a tenth to the right.
  pan(across, down) {
    if (!this.svg) return;
    const { width, height } = this.#view();
    this.#set({ ...this.now, x: this.now.x - across * width, y: this.now.y - down * height });
  }

  // Shows a part of the drawing, unless all of it stands on the screen already and can be read.
  toPart(part) {
    const view = this.#view();
    const pixels = this.stage.getBoundingClientRect().width / view.width; // of one unit of the view
    if (contains(view, part, this.now) && this.now.scale * pixels >= READABLE) return;
    this.#set(fitted(widened(part), view, Math.max(this.now.scale, 1 / pixels)));
  }

  get now() {
    return this.cameras.get(this.svg) ?? HOME;
  }

  get hasDragged() {
    return this.dragged > 4;
  }

  #set(camera) {
    this.cameras.set(this.svg, camera);
    this.camera.setAttribute("transform", written(camera));
    this.moved(camera);
  }

  // What can be seen, in the units of the drawing: the view box, widened to the shape of the stage.
  #view() {
    const box = this.svg.viewBox.baseVal;
    const { width, height } = this.stage.getBoundingClientRect();
    const unit = Math.max(box.width / width, box.height / height);
    const across = width * unit;
    const down = height * unit;
    return { x: box.x + (box.width - across) / 2, y: box.y + (box.height - down) / 2, width: across, height: down };
  }

  #point(event) {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return { x: place.x, y: place.y };
  }

  #wheel(event) {
    if (!this.svg) return;
    event.preventDefault();
    const speed = event.ctrlKey ? 0.01 : 0.0016;
    this.#set(zoomed(this.now, Math.exp(-event.deltaY * speed * (event.deltaMode ? 20 : 1)), this.#point(event)));
  }

  #down(event) {
    if (!this.svg || event.button > 0) return;
    if (!this.fingers.size) this.dragged = 0;
    this.fingers.set(event.pointerId, this.#point(event));
  }

  #move(event) {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const after = this.#point(event);
    const others = [...this.fingers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    this.dragged += Math.hypot(event.movementX, event.movementY);
    if (!this.hasDragged) return;
    this.stage.setPointerCapture(event.pointerId);
    if (others.length) {
      const [still] = others;
      const factor = Math.hypot(after.x - still.x, after.y - still.y) / (Math.hypot(before.x - still.x, before.y - still.y) || 1);
      this.#set(zoomed(this.now, factor, still));
    } else {
      this.#set({ ...this.now, x: this.now.x + after.x - before.x, y: this.now.y + after.y - before.y });
    }
    this.fingers.set(event.pointerId, after);
  }

  #up(event) {
    this.fingers.delete(event.pointerId);
  }
}

function widened(part, air = 40) {
  return { x: part.x - air, y: part.y - air, width: part.width + 2 * air, height: part.height + 2 * air };
}
