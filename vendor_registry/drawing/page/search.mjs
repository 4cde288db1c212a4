// Finding a party by its name, its key or what it does.

import { fill, make, one } from "./dom.mjs";
import { says } from "./filters.mjs";
import { counted, say } from "./words.mjs";

const SHOWN = 12;

// The numbers of the parties that hold all the words.
export function partiesCalled(world, words) {
  return words ? world.parties.flatMap((party, number) => (says(party, words) ? [number] : [])) : [];
}

// `day` gives the day that is shown, `pick` is called with the number of the party.
export function beginSearch(world, day, pick, announce) {
  const field = one("search");
  const hits = one("hits");

  function look() {
    const words = field.value.trim();
    const found = partiesCalled(world, words);
    const nobody = make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, say("nobody"));
    fill(hits, found.slice(0, SHOWN).map(row), words && !found.length ? nobody : null);
    hits.hidden = !words;
    field.setAttribute("aria-expanded", String(Boolean(words)));
    aim(found.length ? 0 : -1);
    if (words) announce(counted(found.length, "found"));
  }

  function row(number, place) {
    const { name, key } = world.parties[number];
    const known = day().absent.has(number) ? say("hit_resting", { key }) : key;
    const about = make("span", { class: "note" }, ` ${known}`);
    return make("li", { role: "option", id: `hit-${place}`, "aria-selected": "false", onclick: () => take(number) }, name, about);
  }

  function take(number) {
    close();
    pick(number);
  }

  function close() {
    field.value = "";
    look();
  }

  function options() {
    return [...hits.querySelectorAll("[role=option]:not([aria-disabled])")];
  }

  function aim(place) {
    options().forEach((option, number) => option.setAttribute("aria-selected", String(number === place)));
    const aimed = options()[place];
    if (aimed) field.setAttribute("aria-activedescendant", aimed.id);
    else field.removeAttribute("aria-activedescendant");
    aimed?.scrollIntoView({ block: "nearest" });
  }

  function typed(event) {
    const all = options();
    const place = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown") aim((place + 1) % all.length);
    else if (event.key === "ArrowUp") aim((place - 1 + all.length) % all.length);
    else if (event.key === "Enter") all[place]?.click();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  field.addEventListener("input", look);
  field.addEventListener("keydown", typed);
}
