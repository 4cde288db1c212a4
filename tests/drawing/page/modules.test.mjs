// The parts of the page that know nothing of a browser, under node's own test runner.
// node --test tests/drawing/page
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { contains, fitted, zoomed } from "../../../vendor_registry/drawing/page/camera.mjs";
import { around, understand, withAbove, worse } from "../../../vendor_registry/drawing/page/facts.mjs";
import { FACETS, filtered, indexed, says } from "../../../vendor_registry/drawing/page/filters.mjs";
import { fromHash, toHash } from "../../../vendor_registry/drawing/page/hash.mjs";
import { beyond } from "../../../vendor_registry/drawing/page/keys.mjs";
import { meant, nameOf } from "../../../vendor_registry/drawing/page/meaning.mjs";
import { crossings, shares, summed } from "../../../vendor_registry/drawing/page/sheet.mjs";
import { signWords } from "../../../vendor_registry/drawing/page/stage.mjs";
import { inOrder } from "../../../vendor_registry/drawing/page/table.mjs";
import { counted, original, say, speak } from "../../../vendor_registry/drawing/page/words.mjs";

const TOML = new URL("../../../vendor_registry/drawing/wording/", import.meta.url);

// The phrases of a table of a wording: a line each, as the tests of the wordings hold them to.
function table(language, name) {
  const lines = readFileSync(new URL(`${language}.toml`, TOML), "utf8").split(/\n\[/).find((part) => part.startsWith(`${name}]`));
  return Object.fromEntries([...lines.matchAll(/^([\w-]+) = "(.*?)"(?: #.*)?$/gm)].map(([, key, text]) => [key, text]));
}

function spoken(language) {
  return { language, grouped: language !== "en", phrases: table(language, "script"), counts: table(language, "script_count") };
}

speak(spoken("en"));

const party = (key, more = {}) => ({
  key, name: key, purpose: "", role: "", products: ["mail"], zone: "eu", conditions: [], details: [], ...more,
});

// people > platform > desk > lab, and platform > files, which begins on the second day
const RAW = {
  asOf: "2026-01-01",
  names: { ground: { "none-needed": "no transfer", clauses: "clauses", "not-covered": "none" }, product: { mail: "Mail", sms: "SMS" } },
  parties: [
    party("people", { products: [], zone: "" }),
    party("platform"),
    party("desk", { role: "sub-processor", products: ["*"], zone: "*" }),
    party("lab", { role: "controller", zone: "us", conditions: ["ai"] }),
    party("files", { role: "sub-processor" }),
  ],
  flows: [
    { source: 0, target: 1, categories: ["contact.email"] },
    { source: 1, target: 2, categories: ["content"] },
    { source: 2, target: 3, categories: null },
    { source: 1, target: 4, categories: ["content", "contact"] },
  ],
  grounds: [["none-needed", "no transfer"], ["clauses", "SCC (US)"], ["not-covered", "none for US"]],
  findings: [{ mark: "broken", chain: [{ flow: 1, cut: false }, { flow: 2, cut: true }], waived: "" }],
  days: [
    { day: "2026-01-01", absent: [4], flows: { 0: [0, ""], 1: [0, ""], 2: [1, ""], 3: null }, findings: [] },
    { day: "2027-01-01", absent: [], flows: { 2: [2, "broken"], 3: [0, ""] }, findings: [[0, "V1"]] },
  ],
};

test("a day is what the day before was, but for what is told", () => {
  const world = understand(RAW);
  assert.equal(world.today, 0);
  const [first, second] = world.days;
  assert.equal(first.flows[3], null);
  assert.deepEqual(second.flows[1], { kind: "none-needed", words: "no transfer", mark: "", signs: ["V1"], isCut: false });
  assert.deepEqual(second.flows[2], { kind: "not-covered", words: "none for US", mark: "broken", signs: ["V1"], isCut: true });
  assert.deepEqual(first.flows[1].signs, [], "the day before is left as it was");
  assert.deepEqual(second.why, ["In force from here on: files.", "1 flow: SCC (US) → none for US."]);
});

test("neighbours are one flow away, reach goes on to the end", () => {
  const world = understand(RAW);
  const [day, later] = world.days;
  assert.deepEqual([...around(world, day, [1], "near").parties].sort(), [0, 1, 2]);
  assert.deepEqual([...around(world, day, [1], "down").parties].sort(), [1, 2, 3]);
  assert.deepEqual([...around(world, later, [3], "up").flows].sort(), [0, 1, 2]);
});

test("a state means what is picked on the day, and lights what belongs to it", () => {
  const world = understand(RAW);
  const [day, later] = world.days;
  const page = { boxes: [{ id: "b", parties: [1, 4] }], lines: [{ id: "l", flows: [2] }, { id: "m", flows: [1, 2] }] };
  const picked = (state, on = later) => meant(world, page, state, on).picked;
  assert.equal(nameOf(later.findings[0]), "V1");
  assert.deepEqual(picked({ finding: "V1" }).finding, later.findings[0]);
  assert.deepEqual([...meant(world, page, { finding: "V1" }, later).lit.flows], [1, 2]);
  assert.equal(picked({ finding: "V1" }, day), null, "a finding of another day is nothing here");
  assert.deepEqual(picked({ party: "desk" }), { parties: [2] });
  assert.deepEqual(picked({ flow: "0" }), { flow: 0 });
  assert.deepEqual(picked({ box: "b" }), { parties: [1, 4] });
  assert.deepEqual(picked({ box: "l" }), { flow: 2 }, "a line of one flow is that flow");
  assert.deepEqual(picked({ box: "m" }), { flows: [1, 2] });
  assert.deepEqual(meant(world, page, { party: "nobody", flow: "99", box: "gone" }, day), { picked: null, lit: null });
});

test("rings end", () => {
  const ring = { ...RAW, flows: [{ source: 1, target: 2, categories: [] }, { source: 2, target: 1, categories: [] }] };
  ring.days = [{ day: "2026-01-01", absent: [], flows: { 0: [0, ""], 1: [0, ""] }, findings: [] }];
  const world = understand(ring);
  assert.equal(around(world, world.days[0], [1], "down").flows.size, 2);
});

test("each facet finds its flows, and counts what each value would leave under the others", () => {
  const world = understand(RAW);
  const day = world.days[1];
  const values = indexed(world);
  const wanted = (chosen) => [...filtered(world, day, chosen, values).wanted];
  assert.deepEqual(wanted({}), [0, 1, 2, 3]);
  assert.deepEqual(wanted({ category: new Set(["contact"]) }), [0, 3], "a category stands for all that lies under it");
  assert.deepEqual(wanted({ category: new Set(["?"]) }), [2]);
  assert.deepEqual(wanted({ role: new Set(["controller", "own"]) }), [0, 2]);
  assert.deepEqual(wanted({ zone: new Set(["us"]) }), [2]);
  assert.deepEqual(wanted({ condition: new Set(["ai"]) }), [2]);
  assert.deepEqual(wanted({ product: new Set(["sms"]) }), [], "a platform of one product hands nothing on for the other");
  assert.deepEqual(wanted({ finding: new Set(["broken"]) }), [2]);
  const { counts } = filtered(world, day, { zone: new Set(["eu"]), role: new Set(["own"]) }, values);
  const of = (key) => Object.fromEntries(counts[FACETS.findIndex((facet) => facet.key === key)]);
  assert.deepEqual(of("role"), { own: 1, "sub-processor": 2 });
  assert.deepEqual(of("zone"), { eu: 1 });
  assert.deepEqual(of("category"), { contact: 1, "contact.email": 1 });
});

test("the search knows no accents and no case, and wants every word", () => {
  const cafe = party("x", { name: "Café Öl", purpose: "Beans" });
  assert.ok(says(cafe, "OL beans cafe"));
  assert.ok(!says(cafe, "cafe tea"));
});

test("the address says only what is not as at the beginning, and reads back the same", () => {
  const state = { page: "region-2", day: "", finding: "?1", chosen: { zone: new Set(["eu", "a,b&c"]), role: new Set() } };
  const hash = toHash(state);
  assert.equal(hash, "page=region-2&finding=%3F1&of-zone=eu,a%2Cb%26c");
  const read = fromHash(`#${hash}`);
  assert.deepEqual(read, { page: "region-2", finding: "?1", chosen: { zone: new Set(["eu", "a,b&c"]) } });
});

test("an address by hand does no harm", () => {
  assert.deepEqual(fromHash("#%%%=1&of-zone=%E0&__proto__=x&page"), { page: "", chosen: { zone: new Set(["%E0"]) } });
});

test("a zoom leaves the point under the pointer where it is", () => {
  const before = { x: 10, y: 20, scale: 1 };
  const after = zoomed(before, 2, { x: 110, y: 70 });
  assert.deepEqual(after, { x: -90, y: -30, scale: 2 });
  assert.equal(zoomed(before, 1000, { x: 0, y: 0 }).scale, 8);
});

test("a part is brought into the middle of the view", () => {
  const view = { x: 0, y: 0, width: 200, height: 100 };
  const part = { x: 300, y: 300, width: 50, height: 50 };
  const camera = fitted(part, view);
  assert.ok(contains(view, part, camera));
  assert.deepEqual(camera, { x: -550, y: -600, scale: 2 });
  assert.ok(!contains(view, part, { x: 0, y: 0, scale: 1 }));
});

test("arrows lead along the lines of a box, each end once, and to nobody who is not there", () => {
  const element = (isGone) => ({ classList: { contains: () => isGone } });
  const page = {
    lines: [
      { source: "a", target: "b", element: element(false) },
      { source: "a", target: "b", element: element(false) },
      { source: "a", target: "c", element: element(true) },
      { source: "d", target: "a", element: element(false) },
    ],
  };
  assert.deepEqual(beyond(page, "a", "out"), ["b"]);
  assert.deepEqual(beyond(page, "a", "in"), ["d"]);
});

test("a sign says number, first finding, cut", () => {
  assert.equal(signWords({ number: 4, status: "added" }, "broken", ["V1", "V2"], true), "+4 V1 +1 cut");
  assert.equal(signWords({ number: 4 }, "gap", [], false), "4 ?");
  assert.equal(signWords({ number: 4 }, "", [], false), "4");
});

test("rows stand in the order of the numbers, those without a line last", () => {
  const page = { lines: [{ number: 1, flows: [5, 3] }, { number: 2, flows: [1] }] };
  assert.deepEqual(inOrder([0, 1, 3, 5], page), [[3, 1], [5, 1], [1, 2], [0, undefined]]);
});

test("a matrix counts what is in force and wanted, by the rows of both ends", () => {
  const world = understand({ ...RAW, names: { ...RAW.names, category: { content: "Content" }, groundShort: { clauses: "clauses", "not-covered": "none" } } });
  const sheet = { titles: ["people", "EU", "US"], members: { 0: [0, "", []], 1: [1, "", []], 2: [1, "", []], 3: [2, "", []], 4: [1, "", []] } };
  const [day, later] = world.days;
  const { rows, columns, cells } = crossings(world, sheet, { day, wanted: null });
  assert.deepEqual([rows, columns], [[0, 1], [1, 2]]);
  assert.deepEqual([...cells], [["0 1", [0]], ["1 1", [1]], ["1 2", [2]]]);
  assert.deepEqual(crossings(world, sheet, { day: later, wanted: new Set([3]) }).cells.get("1 1"), [3]);
  assert.deepEqual(summed(world, day, [1, 2]), { data: "Content, some not stated", grounds: "1 clauses", ground: "clauses", mark: "" });
  assert.deepEqual(summed(world, later, [2]), { data: "some not stated", grounds: "1 none", ground: "not-covered", mark: "broken" });
});

test("shares are of those in force, the largest first, and under a filter of those whom it leaves", () => {
  const world = understand({ ...RAW, names: { ...RAW.names, zone: { eu: "EU", us: "US" } } });
  const sheet = { titles: ["Desk", "Files", "Lab"], whole: 4, members: { 2: [0, "Ireland", ["content"]], 3: [2, "USA", []], 4: [1, "", ["contact"]] } };
  const [day, later] = world.days;
  const told = (scene) => shares(world, sheet, scene).rows.map(({ title, bars, seats }) => [title, bars, seats]);
  const desk = ["Desk", [[2, 2], [1, 4], [2, 2], [1, 3]], ["Ireland"]];
  assert.deepEqual(told({ day, wanted: null }), [desk, ["Lab", [[1, 2], [0, 4], [1, 2], [1, 3]], ["USA"]]]);
  assert.deepEqual(told({ day: later, wanted: null }).map(([title]) => title), ["Desk", "Files", "Lab"]);
  assert.deepEqual(told({ day: later, wanted: new Set([3]) }), [["Files", [[1, 2], [1, 4], [1, 2], [1, 1]], []]]);
});

test("a language counts in its own forms and figures, and marks what a rule says in English", () => {
  assert.equal(original("Broken."), "Broken.");
  try {
    speak(spoken("de"));
    assert.deepEqual([counted(1, "flow"), counted(2, "flow"), counted(1234, "flow")], ["1 Fluss", "2 Flüsse", "1.234 Flüsse"]);
    assert.equal(original("Broken."), "Broken. (Englisch)");
    assert.equal(original(""), "");
    assert.equal(say("and_more", { names: "{a}, b", count: 2 }), "{a}, b und 2 weitere");
    speak(spoken("fr"));
    assert.equal(counted(0, "party"), "0 partie");
  } finally {
    speak(spoken("en"));
  }
});

test("small words", () => {
  assert.equal(worse("gap", "broken"), "broken");
  assert.equal(worse("gap", ""), "gap");
  assert.deepEqual(withAbove("contact.email.work"), ["contact", "contact.email", "contact.email.work"]);
});
