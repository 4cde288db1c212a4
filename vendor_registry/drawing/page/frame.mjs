// What stands around the picture: the day and why it is one, the panels and their tabs, the light.

import { fill, make, one } from "./dom.mjs";
import { counted, say } from "./words.mjs";

export function showDay(world, place) {
  const day = world.days[place];
  one("day").value = String(place);
  one("day-name").textContent = place === world.today ? say("day_of_diagram", { day: day.name }) : day.name;
  one("day").setAttribute("aria-valuetext", day.name);
  fill(one("day-why"), whatChanges(world, day));
  document.body.classList.toggle("other-day", place !== world.today);
}

function whatChanges(world, day) {
  const isToday = day === world.days[world.today];
  const said = isToday ? [] : day.why.length ? day.why : [say("earliest")];
  const hints = isToday ? [counted(world.days.length - 1, "other_day")] : [];
  if (isToday && world.daysLeftOut) hints.push(say("days_left_out", { count: world.daysLeftOut }));
  return [...said.map((words) => make("li", {}, words)), ...hints.map((words) => make("li", { class: "hint" }, words))];
}

export function showPanel(name) {
  for (const tab of document.querySelectorAll("#tabs [role=tab]")) {
    const isShown = tab.getAttribute("aria-controls") === name;
    tab.setAttribute("aria-selected", String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
    one(tab.getAttribute("aria-controls")).hidden = !isShown;
  }
}

export function tabKey(event) {
  const tabs = [...document.querySelectorAll("#tabs [role=tab]")];
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const next = tabs[(tabs.indexOf(event.target) + by + tabs.length) % tabs.length];
  next.click();
  next.focus();
  event.preventDefault();
}

export function announce(words) {
  one("said").textContent = words;
}

export function present() {
  const isWide = document.body.classList.toggle("wide");
  one("present").setAttribute("aria-pressed", String(isWide));
}

export function turnLight() {
  const root = document.documentElement;
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
}

// A chain is walked once more: what moves stands still for a moment, and begins anew.
export function replay() {
  document.body.classList.add("still");
  requestAnimationFrame(() => requestAnimationFrame(() => document.body.classList.remove("still")));
}
