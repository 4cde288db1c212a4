// The page: one state, kept in the address; every change paints picture, table and panel from it.

import { Cameras } from "./camera.mjs";
import { fill, make, one } from "./dom.mjs";
import { understand } from "./facts.mjs";
import { filtered, indexed, isNarrowed } from "./filters.mjs";
import { announce, present, replay, showDay, showPanel, tabKey, turnLight } from "./frame.mjs";
import { Hands, pressing } from "./hands.mjs";
import { fromHash, toHash } from "./hash.mjs";
import { Walk } from "./keys.mjs";
import { meant, nameOf } from "./meaning.mjs";
import { showDetails, showFilters, showFindings } from "./panels.mjs";
import { beginSearch } from "./search.mjs";
import { Stage } from "./stage.mjs";
import { Table } from "./table.mjs";
import { speak } from "./words.mjs";

const facts = JSON.parse(one("facts").textContent);
speak(facts.words);
const world = understand(facts);
const valuesOf = indexed(world);
const nothing = { finding: "", party: "", flow: "", box: "", reach: "" };
const pick = (more, how) => change({ ...nothing, ...more, panel: "details" }, how);
const stage = new Stage(one("stage"), world, (name) => pick({ box: name }, { goes: false }));
const cameras = new Cameras(one("stage"), (camera) => {
  one("zoom").textContent = `${Math.round(camera.scale * 100)} %`;
});
const walk = new Walk(stage, announce);
const hands = new Hands(world, stage, cameras, walk, {
  pick,
  drop: () => (state.finding || state.party || state.flow || state.box) && change(nothing),
});
const table = new Table(world, (flow) => pick({ flow: String(flow) }));

let state = { chosen: {} };
let address = "";

const acts = {
  pickFinding: (finding) => pick({ finding: nameOf(finding) }),
  pickParty: (party) => pick({ party: world.parties[party].key }),
  pickFlow: (flow) => pick({ flow: String(flow) }),
  reach: (reach) => change({ reach: reach === "near" ? "" : reach }),
  replay: () => replay(),
};

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

function today() {
  const place = world.days.findIndex((day) => day.day === state.day);
  return place < 0 ? world.today : place;
}

function understood() {
  const day = world.days[today()];
  return { day, ...meant(world, stage.page, state, day) };
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
  const { day, picked, lit } = understood();
  const isOfTable = state.box && stage.page.sheet; // a cell or row means nothing on another page
  if (goes && lit && !isOfTable) showPage(stage.bestPage(lit.flows, lit.parties));
  const { wanted, counts } = filtered(world, day, state.chosen, valuesOf);
  const scene = { day, lit, side: state.side, wanted: isNarrowed(state.chosen) ? wanted : null };
  stage.paint(scene);
  walk.rove();
  table.show(scene, stage.page);
  showDay(world, today());
  showPanel(state.panel || "findings");
  const panels = {
    findings: () => showFindings(day, picked?.finding, acts.pickFinding),
    filters: () => showFilters(world, state.chosen, counts, choose),
    details: () => showDetails(world, day, picked, state.reach || "near", acts),
  };
  panels[state.panel || "findings"]?.(); // the others when somebody looks at them
  showCounts(day);
  const part = looks && lit && stage.litPart();
  if (part) cameras.toPart(part);
}

function showCounts(day) {
  one("clear").hidden = !isNarrowed(state.chosen);
  one("filter-count").textContent = String(Object.values(state.chosen).reduce((sum, values) => sum + values.size, 0) || "");
  one("finding-count").textContent = String(day.findings.filter((found) => !found.waived).length);
  for (const button of document.querySelectorAll("#sides button")) button.setAttribute("aria-pressed", String(button.value === (state.side ?? "")));
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

function toDay(place) {
  const day = world.days[Math.max(0, Math.min(world.days.length - 1, place))];
  change({ day: day === world.days[world.today] ? "" : day.day }, { goes: false });
  announce([day.name, ...day.why].join(". "));
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
  listenToPicture();
  listenToFrame();
  beginSearch(world, () => world.days[today()], acts.pickParty, announce);
  document.addEventListener("keydown", pressing(LETTERS));
  addEventListener("beforeprint", unfold);
  addEventListener("afterprint", () => table.again());
  addEventListener("hashchange", read);
  read();
}

function listenToPicture() {
  one("stage").addEventListener("pointerenter", () => stage.broaden());
  one("stage").addEventListener("click", (event) => hands.clicked(event));
  one("stage").addEventListener("keydown", (event) => hands.walked(event));
  one("stage").addEventListener("dblclick", (event) => cameras.by(1.6, event));
  one("near").addEventListener("click", () => cameras.by(1.25));
  one("far").addEventListener("click", () => cameras.by(0.8));
  one("fit").addEventListener("click", () => cameras.home());
}

function listenToFrame() {
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
  one("present").addEventListener("click", present);
  one("light").addEventListener("click", turnLight);
  one("print").addEventListener("click", () => print());
  one("ask").addEventListener("click", () => one("help").showModal());
}

// On paper stands all of the table, and both panels.
function unfold() {
  table.whole();
  const { day, picked } = understood();
  showFindings(day, picked?.finding, acts.pickFinding);
  showDetails(world, day, picked, state.reach || "near", acts);
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
