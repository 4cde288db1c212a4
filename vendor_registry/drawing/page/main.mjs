// The page: one state, kept in the address; every change paints picture, table and panel from it.

import { Cameras } from "./camera.mjs";
import { fill, make, one } from "./dom.mjs";
import { around, understand } from "./facts.mjs";
import { filtered, indexed, isNarrowed } from "./filters.mjs";
import { fromHash, toHash } from "./hash.mjs";
import { Walk } from "./keys.mjs";
import { showDetails, showFilters, showFindings } from "./panels.mjs";
import { beginSearch } from "./search.mjs";
import { Stage } from "./stage.mjs";
import { Table } from "./table.mjs";
import { counted, say, speak } from "./words.mjs";

const facts = JSON.parse(one("facts").textContent);
speak(facts.words);
const world = understand(facts);
const valuesOf = indexed(world);
const nothing = { finding: "", party: "", flow: "", box: "", reach: "" };
const stage = new Stage(one("stage"), world, (name) => change({ ...nothing, box: name, panel: "details" }, { goes: false }));
const cameras = new Cameras(one("stage"), (camera) => {
  one("zoom").textContent = `${Math.round(camera.scale * 100)} %`;
});
const walk = new Walk(stage, announce);
const table = new Table(world, (flow) => change({ ...nothing, flow: String(flow), panel: "details" }));

let state = { chosen: {} };
let address = "";

const acts = {
  pickFinding: (finding) => change({ ...nothing, finding: nameOf(finding), panel: "details" }),
  pickParty: (party) => change({ ...nothing, party: world.parties[party].key, panel: "details" }),
  pickFlow: (flow) => change({ ...nothing, flow: String(flow), panel: "details" }),
  reach: (reach) => change({ reach: reach === "near" ? "" : reach }),
  replay: () => replay(),
};

// A finding by its sign on the day, or by its number where it has none.
function nameOf(finding) {
  return finding.sign || `n${finding.number}`;
}

function today() {
  const place = world.days.findIndex((day) => day.day === state.day);
  return place < 0 ? world.today : place;
}

// What the state means: the day, what is picked, what is lit. What is not there any more is as if nothing were picked.
function understood() {
  const day = world.days[today()];
  const finding = state.finding && day.findings.find((found) => nameOf(found) === state.finding);
  const party = world.partyByKey.get(state.party);
  const flow = Number(state.flow || NaN);
  const told = state.box && stage.page.table?.about(state.box, day);
  const box = stage.page.boxes.find((found) => found.id === state.box);
  const line = stage.page.lines.find((found) => found.id === state.box);
  if (finding) return { day, picked: { finding }, lit: litFinding(finding) };
  if (party !== undefined) return { day, picked: { parties: [party] }, lit: litParties(day, [party]) };
  if (world.flows[flow]) return { day, picked: { flow }, lit: litFlows([flow]) };
  if (told?.flows) return { day, picked: { flows: told.flows }, lit: litFlows(told.flows) };
  if (told) return { day, picked: told, lit: litParties(day, told.parties) };
  if (box?.parties.length) return { day, picked: { parties: box.parties }, lit: litParties(day, box.parties) };
  if (line?.flows.length) return { day, picked: line.flows.length > 1 ? { flows: line.flows } : { flow: line.flows[0] }, lit: litFlows(line.flows) };
  return { day, picked: null, lit: null };
}

function litFinding(finding) {
  const hops = finding.chain.map((hop) => hop.flow);
  const lit = litFlows(hops, hops);
  if (finding.party >= 0) lit.parties.add(finding.party);
  return lit;
}

function litFlows(flows, hops = []) {
  const parties = new Set(flows.flatMap((flow) => [world.flows[flow].source, world.flows[flow].target]));
  return { flows: new Set(flows), parties, picked: new Set(), hops };
}

function litParties(day, parties) {
  return { ...around(world, day, parties, state.reach || "near"), picked: new Set(parties), hops: [] };
}

// `goes`: to the page that shows most of what is lit; `looks`: at the part that is lit.
function change(more, { goes = true, looks = goes } = {}) {
  state = { ...state, ...more };
  paint({ goes, looks });
  const hash = toHash({ ...state, page: stage.shown ? stage.page.id : "" });
  if (hash === address) return;
  address = hash;
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
}

function paint({ goes, looks }) {
  let { day, picked, lit } = understood();
  const isOfTable = state.box && stage.page.sheet; // a cell or row means nothing on another page
  if (goes && lit && !isOfTable) showPage(stage.bestPage(lit.flows, lit.parties));
  const { wanted, counts } = filtered(world, day, state.chosen, valuesOf);
  const scene = { day, lit, side: state.side, wanted: isNarrowed(state.chosen) ? wanted : null };
  stage.paint(scene);
  walk.rove();
  table.show(scene, stage.page);
  showDay(day);
  showPanel(state.panel || "findings");
  const panels = {
    findings: () => showFindings(day, picked?.finding, acts.pickFinding),
    filters: () => showFilters(world, state.chosen, counts, choose),
    details: () => showDetails(world, day, picked, state.reach || "near", acts),
  };
  panels[state.panel || "findings"]?.(); // the others when somebody looks at them
  one("clear").hidden = !isNarrowed(state.chosen);
  one("filter-count").textContent = String(Object.values(state.chosen).reduce((sum, values) => sum + values.size, 0) || "");
  one("finding-count").textContent = String(day.findings.filter((found) => !found.waived).length);
  for (const button of document.querySelectorAll("#sides button")) button.setAttribute("aria-pressed", String(button.value === (state.side ?? "")));
  if (looks && lit) {
    const part = stage.litPart();
    if (part) cameras.toPart(part);
  }
}

function replay() {
  document.body.classList.add("still");
  requestAnimationFrame(() => requestAnimationFrame(() => document.body.classList.remove("still")));
}

function choose(facet, value) {
  const values = new Set(state.chosen[facet]);
  if (!values.delete(value)) values.add(value);
  change({ chosen: { ...state.chosen, [facet]: values } }, { goes: false });
}

function showPage(number) {
  if (number === stage.shown) return;
  stage.show(number);
  if (one("stage").matches(":hover")) stage.broaden();
  cameras.show(stage.svg);
  one("camera").hidden = !stage.svg;
  walk.forget();
  one("pages").value = String(number);
  one("notes").textContent = stage.page.notes.join(" ");
  one("question").textContent = world.views[stage.page.view].question;
  document.querySelectorAll("#legend svg").forEach((svg, place) => svg.toggleAttribute("hidden", place !== number));
}

function showDay(day) {
  const place = today();
  one("day").value = String(place);
  one("day-name").textContent = place === world.today ? say("day_of_diagram", { day: day.name }) : day.name;
  one("day").setAttribute("aria-valuetext", day.name);
  fill(one("day-why"), whatChanges(day));
  document.body.classList.toggle("other-day", place !== world.today);
}

function whatChanges(day) {
  const isToday = day === world.days[world.today];
  const said = isToday ? [] : day.why.length ? day.why : [say("earliest")];
  const hints = isToday ? [counted(world.days.length - 1, "other_day")] : [];
  if (isToday && world.daysLeftOut) hints.push(say("days_left_out", { count: world.daysLeftOut }));
  return [...said.map((words) => make("li", {}, words)), ...hints.map((words) => make("li", { class: "hint" }, words))];
}

function showPanel(name) {
  for (const tab of document.querySelectorAll("#tabs [role=tab]")) {
    const isShown = tab.getAttribute("aria-controls") === name;
    tab.setAttribute("aria-selected", String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
    one(tab.getAttribute("aria-controls")).hidden = !isShown;
  }
}

function announce(words) {
  one("said").textContent = words;
}

// The pictures.
function clicked(event) {
  if (cameras.hasDragged || event.target.closest("button")) return;
  const box = event.target.closest(".box");
  const line = event.target.closest(".line, .sign");
  const id = box?.id ?? line?.id.replace(/-sign$/, "");
  if (!id) {
    if (state.finding || state.party || state.flow || state.box) change(nothing);
    return;
  }
  if (box) walk.rove(stage.page.boxById.get(id));
  pickDrawn(id);
}

// A box of one party, or a line of one flow, is that party or flow, so that it stays picked on other pages.
function pickDrawn(id) {
  const box = stage.page.boxById.get(id);
  const line = stage.page.lines.find((found) => found.id === id);
  const panel = "details";
  if (box?.parties.length === 1) change({ ...nothing, party: world.parties[box.parties[0]].key, panel });
  else if (line?.flows.length === 1) change({ ...nothing, flow: String(line.flows[0]), panel });
  else change({ ...nothing, box: id, panel }, { goes: false });
}

const PANS = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] };

function walked(event) {
  if (event.target === one("stage") && PANS[event.key] && stage.svg) {
    cameras.pan(...PANS[event.key]);
    event.preventDefault();
    return;
  }
  const button = event.target.closest?.("[role=button]");
  const box = button && stage.page.boxById.get(button.closest(".box")?.id);
  if (!box || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") {
    pickDrawn(box.id);
  } else if (event.key.startsWith("Arrow")) {
    const next = walk.step(box, event.key);
    walk.rove(next).button.focus();
    cameras.toPart(next.element.getBBox());
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

const LETTERS = {
  "/": () => one("search").focus(),
  "?": () => one("help").showModal(),
  "+": () => cameras.by(1.25),
  "-": () => cameras.by(0.8),
  0: () => cameras.home(),
  f: () => present(),
  t: () => (one("table").open = !one("table").open),
  "[": () => toDay(today() - 1),
  "]": () => toDay(today() + 1),
  Escape: () => change(nothing),
};

function pressed(event) {
  const isTyping = event.target.matches?.("input[type=search], select");
  if (event.key !== "Escape" && !one("letters").checked) return;
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || one("help").open) return;
  const act = LETTERS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function toDay(place) {
  const day = world.days[Math.max(0, Math.min(world.days.length - 1, place))];
  change({ day: day === world.days[world.today] ? "" : day.day }, { goes: false });
  announce([day.name, ...day.why].join(". "));
}

function present() {
  const isWide = document.body.classList.toggle("wide");
  one("present").setAttribute("aria-pressed", String(isWide));
}

function turnLight() {
  const root = document.documentElement;
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
}

function begin() {
  const options = world.pages.map((page, number) => make("option", { value: String(number) }, page.title));
  fill(one("pages"), options);
  one("pages").parentElement.hidden = options.length < 2;
  one("days").hidden = world.days.length < 2;
  one("day").max = String(world.days.length - 1);
  one("sides").hidden = !world.states;
  world.states?.forEach((name, place) => (one(place ? "side-after" : "side-before").textContent = name));
  for (const element of document.querySelectorAll("[data-script]")) element.hidden = false;

  one("stage").addEventListener("pointerenter", () => stage.broaden());
  one("stage").addEventListener("click", clicked);
  one("stage").addEventListener("keydown", walked);
  one("stage").addEventListener("dblclick", (event) => cameras.by(1.6, event));
  one("pages").addEventListener("change", (event) => {
    showPage(Number(event.target.value));
    change({}, { goes: false });
  });
  one("day").addEventListener("input", (event) => toDay(Number(event.target.value)));
  one("day-back").addEventListener("click", () => toDay(world.today));
  one("clear").addEventListener("click", () => change({ chosen: {} }, { goes: false }));
  for (const button of document.querySelectorAll("#sides button")) {
    button.addEventListener("click", () => change({ side: button.value }, { goes: false }));
  }
  for (const tab of document.querySelectorAll("#tabs [role=tab]")) {
    tab.addEventListener("click", () => change({ panel: tab.getAttribute("aria-controls") }, { goes: false }));
  }
  one("tabs").addEventListener("keydown", tabKey);
  beginSearch(world, () => world.days[today()], acts.pickParty, announce);
  one("near").addEventListener("click", () => cameras.by(1.25));
  one("far").addEventListener("click", () => cameras.by(0.8));
  one("fit").addEventListener("click", () => cameras.home());
  one("present").addEventListener("click", present);
  one("light").addEventListener("click", turnLight);
  one("print").addEventListener("click", () => print());
  one("ask").addEventListener("click", () => one("help").showModal());
  document.addEventListener("keydown", pressed);
  addEventListener("beforeprint", () => {
    table.whole();
    const { day, picked } = understood();
    showFindings(day, picked?.finding, acts.pickFinding);
    showDetails(world, day, picked, state.reach || "near", acts);
  });
  addEventListener("afterprint", () => table.again());
  addEventListener("hashchange", read);
  read();
}

function tabKey(event) {
  const tabs = [...document.querySelectorAll("#tabs [role=tab]")];
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const next = tabs[(tabs.indexOf(event.target) + by + tabs.length) % tabs.length];
  next.click();
  next.focus();
  event.preventDefault();
}

function read() {
  const asked = fromHash(location.hash);
  if (!location.hash && world.highlight) asked.finding = world.highlight;
  const number = world.pages.findIndex((page) => page.id === asked.page);
  delete asked.page;
  state = asked;
  showPage(number < 0 ? 0 : number);
  address = location.hash.slice(1);
  change({}, { goes: number < 0, looks: true });
}

begin();
