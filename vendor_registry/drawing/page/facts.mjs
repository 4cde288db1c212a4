// What the page knows: the facts as they were written, with each day told in full and the flows of each party.

import { counted, say } from "./words.mjs";

const RANKS = { "": 0, gap: 1, broken: 2 };

// The worse of two marks: "", "gap" or "broken".
export function worse(one, other) {
  return RANKS[one] >= RANKS[other] ? one : other;
}

// The facts with everything that the page asks again and again worked out once.
export function understand(raw) {
  const kinds = Object.keys(raw.names.ground); // the safest first
  const leaving = raw.parties.map(() => []);
  const arriving = raw.parties.map(() => []);
  raw.flows.forEach((flow, number) => {
    leaving[flow.source].push(number);
    arriving[flow.target].push(number);
  });
  const days = [];
  for (const day of raw.days) days.push(wholeDay(raw, day, days.at(-1)));
  const today = Math.max(0, raw.days.findIndex((day) => day.day === raw.asOf));
  const partyByKey = new Map(raw.parties.map((party, number) => [party.key, number]));
  return { ...raw, days, today, leaving, arriving, partyByKey, rankOf: (kind) => kinds.indexOf(kind) };
}

function wholeDay(raw, day, before) {
  const flows = before ? before.flows.map((flow) => flow && { ...flow, signs: [], isCut: false }) : raw.flows.map(() => null);
  for (const [number, state] of Object.entries(day.flows)) {
    flows[number] = state && { kind: raw.grounds[state[0]][0], words: raw.grounds[state[0]][1], mark: state[1], signs: [], isCut: false };
  }
  const findings = day.findings.map(([number, sign]) => ({ ...raw.findings[number], number, sign }));
  for (const finding of findings) {
    if (!finding.sign) continue;
    for (const flow of new Set(finding.chain.map((hop) => hop.flow))) flows[flow]?.signs.push(finding.sign);
    for (const hop of finding.chain) if (hop.cut && flows[hop.flow]) flows[hop.flow].isCut = true;
  }
  const now = { day: day.day, name: day.name, absent: new Set(day.absent), flows, findings };
  return { ...now, why: before ? differences(raw, before, now) : [] };
}

// What changes from one day to the next that is shown, in sentences.
export function differences(raw, before, now) {
  const names = (numbers) => listed(numbers.map((number) => raw.parties[number].name));
  const said = [];
  const came = [...before.absent].filter((number) => !now.absent.has(number));
  const went = [...now.absent].filter((number) => !before.absent.has(number));
  if (came.length) said.push(say("in_force", { names: names(came) }));
  if (went.length) said.push(say("no_longer", { names: names(went) }));
  const turns = new Map();
  now.flows.forEach((flow, number) => {
    const old = before.flows[number];
    if (!flow || !old || (old.words === flow.words && old.kind === flow.kind)) return;
    const turn = `${old.words || raw.names.ground[old.kind]} → ${flow.words || raw.names.ground[flow.kind]}`;
    turns.set(turn, (turns.get(turn) ?? 0) + 1);
  });
  const most = [...turns].sort((one, other) => other[1] - one[1]);
  for (const [turn, count] of most.slice(0, 3)) said.push(say("turn", { flows: counted(count, "flow"), turn }));
  if (most.length > 3) said.push(counted(most.length - 3, "ground_changed"));
  return said;
}

function listed(names) {
  const told = [...new Set(names)];
  return told.length > 4 ? say("and_more", { names: told.slice(0, 3).join(", "), count: told.length - 3 }) : told.join(", ");
}

// A category and all that it lies under: contact.email lies under contact.
export function withAbove(category) {
  const parts = category.split(".");
  return parts.map((_, end) => parts.slice(0, end + 1).join("."));
}

// What lies around some parties on a day: "near" one flow away, "down" whoever their data gets to, "up" whose data
// gets to them.
export function around(world, day, parties, reach) {
  const found = { parties: new Set(parties), flows: new Set() };
  const far = reach !== "near";
  let edge = [...parties];
  while (edge.length) {
    const next = [];
    for (const party of edge) {
      const ways = [];
      if (reach !== "up") ways.push(...world.leaving[party].map((flow) => [flow, world.flows[flow].target]));
      if (reach !== "down") ways.push(...world.arriving[party].map((flow) => [flow, world.flows[flow].source]));
      for (const [flow, other] of ways) {
        if (!day.flows[flow]) continue;
        found.flows.add(flow);
        if (!found.parties.has(other)) next.push(other);
        found.parties.add(other);
      }
    }
    edge = far ? next : [];
  }
  return found;
}
