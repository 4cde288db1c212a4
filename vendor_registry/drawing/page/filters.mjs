// Which flows are wanted: by facet and by words. Of one facet any value will do, of several facets each has to fit.

import { withAbove } from "./facts.mjs";
import { knows, say } from "./words.mjs";

export const FACETS = [
  { key: "finding", values: (world, flow, state) => [state.mark || "fine"] },
  { key: "zone", values: zones },
  { key: "category", values: (world, flow) => categories(flow) },
  { key: "ground", values: (world, flow, state) => [state.kind] },
  { key: "role", values: (world, flow) => [world.parties[flow.target].role || "own"] },
  { key: "product", values: products },
  { key: "condition", values: (world, flow) => conditions(world, flow) },
];

// Values that are no keys of the register, by the phrase for each.
const PLACES = { zone: { "*": "all", "": "none" }, category: { "?": "unknown" }, product: { "": "none" }, condition: { "": "none" } };

export function titleOf(facet) {
  return say(`facet_${facet.key}`);
}

export function wordsFor(world, facet, value) {
  const phrase = `${facet}_${PLACES[facet]?.[value] ?? value}`;
  return world.names[facet]?.[value] ?? (knows(phrase) ? say(phrase) : value);
}

function zones(world, flow) {
  const both = [world.parties[flow.source].zone, world.parties[flow.target].zone];
  const named = both.filter((zone) => zone && zone !== "*");
  return named.length ? [...new Set(named)] : [both.includes("*") ? "*" : ""];
}

function categories(flow) {
  if (flow.categories === null) return ["?"];
  return [...new Set(flow.categories.flatMap(withAbove))];
}

// Those that both ends serve; of people, and where they serve none together, those of the recipient.
function products(world, flow) {
  const all = Object.keys(world.names.product);
  const [target, source] = [flow.target, flow.source].map((party) => {
    const said = world.parties[party].products;
    return said.includes("*") ? all : said;
  });
  const both = target.filter((one) => source.includes(one));
  return [both, target, source, [""]].find((some) => some.length);
}

function conditions(world, flow) {
  const said = world.parties[flow.target].conditions;
  return said.length ? said : [""];
}

// By facet and flow the values; those that do not depend on the day are worked out once.
export function indexed(world) {
  const days = new Map();
  return (day) => {
    if (!days.has(day)) {
      const all = FACETS.map((facet) =>
        world.flows.map((flow, number) => (day.flows[number] ? facet.values(world, flow, day.flows[number]) : [])),
      );
      days.set(day, all);
    }
    return days.get(day);
  };
}

// Whether words stand in what is known of a party, accents and case aside.
export function says(party, words) {
  const text = folded([party.name, party.key, party.purpose, ...party.details].join(" "));
  return folded(words).split(/\s+/).every((word) => text.includes(word));
}

function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

export function isNarrowed(chosen) {
  return Object.values(chosen).some((values) => values.size > 0);
}

// The numbers of the flows in force that are wanted, and for each facet how many flows each value would leave.
export function filtered(world, day, chosen, valuesOf) {
  const values = valuesOf(day);
  const wanted = new Set();
  const counts = FACETS.map(() => new Map());
  world.flows.forEach((_, number) => {
    if (!day.flows[number]) return;
    const missed = [];
    FACETS.forEach((facet, place) => {
      const asked = chosen[facet.key];
      if (asked?.size && !values[place][number].some((value) => asked.has(value))) missed.push(place);
    });
    if (!missed.length) wanted.add(number);
    FACETS.forEach((_, place) => {
      if (missed.length > 1 || (missed.length === 1 && missed[0] !== place)) return;
      for (const value of values[place][number]) counts[place].set(value, (counts[place].get(value) ?? 0) + 1);
    });
  });
  return { wanted, counts };
}
