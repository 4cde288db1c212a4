// What a state of the page means on a day: what is picked, and what is lit for it. Knows nothing of a browser.

import { around } from "./facts.mjs";

// A finding by its sign on the day, or by its number where it has none.
export function nameOf(finding) {
  return finding.sign || `n${finding.number}`;
}

// What is not there any more is as if nothing were picked.
export function meant(world, page, state, day) {
  const finding = state.finding && day.findings.find((found) => nameOf(found) === state.finding);
  const party = world.partyByKey.get(state.party);
  const flow = Number(state.flow || NaN);
  const told = state.box && page.table?.about(state.box, day);
  const box = page.boxes.find((found) => found.id === state.box);
  const line = page.lines.find((found) => found.id === state.box);
  const near = (parties) => litParties(world, day, parties, state.reach || "near");
  if (finding) return { picked: { finding }, lit: litFinding(world, finding) };
  if (party !== undefined) return { picked: { parties: [party] }, lit: near([party]) };
  if (world.flows[flow]) return { picked: { flow }, lit: litFlows(world, [flow]) };
  if (told?.flows) return { picked: { flows: told.flows }, lit: litFlows(world, told.flows) };
  if (told) return { picked: told, lit: near(told.parties) };
  if (box?.parties.length) return { picked: { parties: box.parties }, lit: near(box.parties) };
  if (line?.flows.length) return { picked: line.flows.length > 1 ? { flows: line.flows } : { flow: line.flows[0] }, lit: litFlows(world, line.flows) };
  return { picked: null, lit: null };
}

function litFinding(world, finding) {
  const hops = finding.chain.map((hop) => hop.flow);
  const lit = litFlows(world, hops, hops);
  if (finding.party >= 0) lit.parties.add(finding.party);
  return lit;
}

function litFlows(world, flows, hops = []) {
  const parties = new Set(flows.flatMap((flow) => [world.flows[flow].source, world.flows[flow].target]));
  return { flows: new Set(flows), parties, picked: new Set(), hops };
}

function litParties(world, day, parties, reach) {
  return { ...around(world, day, parties, reach), picked: new Set(parties), hops: [] };
}
