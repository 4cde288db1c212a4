// The panel beside the picture: findings, filters, what is picked, the legend.

import { fill, make, one } from "./dom.mjs";
import { around, counted } from "./facts.mjs";
import { FACETS, wordsFor } from "./filters.mjs";

const KINDS = {
  subject: "data subjects",
  system: "own system",
  store: "own data store",
  vendor: "third party",
  "fourth-party": "fourth party, engaged by a third",
};
const REACHES = [
  ["near", "Its neighbours"],
  ["down", "Whoever its data gets to"],
  ["up", "Whose data gets to it"],
];

export function signChip(finding) {
  const kind = finding.waived ? "waived" : finding.mark || "warning";
  const words = finding.sign || { broken: "✕", gap: "?", warning: "!", waived: "W" }[kind];
  return make("span", { class: `chip ${kind}` }, words, make("span", { class: "quiet" }, ` ${kind}`));
}

// The list of findings of a day, those with a chain first; the picked one is marked.
export function showFindings(day, picked, pick) {
  const list = one("findings");
  if (list.day !== day) {
    list.day = day;
    const groups = [
      ["Along flows", day.findings.filter((found) => found.chain.length && !found.waived)],
      ["In rows", day.findings.filter((found) => !found.chain.length && !found.waived)],
      ["Waived", day.findings.filter((found) => found.waived)],
    ].filter(([, some]) => some.length);
    const item = (found) => make("li", {}, findingRow(found, pick));
    const written = ([title, some]) => [make("h2", {}, `${title} (${some.length})`), make("ol", { class: "rows" }, some.map(item))];
    fill(list, groups.length ? groups.map(written) : make("p", { class: "note" }, `Nothing was found on ${day.day}.`));
  }
  for (const row of list.querySelectorAll("[aria-pressed=true]")) row.setAttribute("aria-pressed", "false");
  const row = [...list.querySelectorAll(".row")].find((each) => each.finding === picked);
  row?.setAttribute("aria-pressed", "true");
  row?.scrollIntoView({ block: "nearest" });
}

function findingRow(finding, pick) {
  const words = make("span", { class: "words" }, finding.text);
  const place = make("span", { class: "cell" }, finding.place);
  const row = make("button", { class: "row", "aria-pressed": "false", onclick: () => pick(finding) }, signChip(finding), words, place);
  row.finding = finding;
  return row;
}

// The filters with how many flows each value would leave.
export function showFilters(world, chosen, counts, change) {
  const focused = document.activeElement?.id;
  const sets = FACETS.map((facet, place) => {
    const values = [...counts[place].keys(), ...(chosen[facet.key] ?? [])];
    const known = [...new Set(values)].sort(byWords(world, facet.key));
    if (known.length < 2 && !chosen[facet.key]?.size) return null;
    return make(
      "fieldset",
      {},
      make("legend", {}, facet.title),
      known.map((value) => box(world, facet.key, value, chosen, counts[place].get(value) ?? 0, change)),
    );
  });
  fill(one("filters-form"), sets);
  if (focused?.startsWith("of-")) one(focused)?.focus();
}

function box(world, facet, value, chosen, count, change) {
  const id = `of-${facet}-${value}`;
  const checked = chosen[facet]?.has(value) ?? false;
  const depth = facet === "category" ? value.split(".").length - 1 : 0;
  return make(
    "div",
    { class: `value depth${Math.min(depth, 3)}` },
    make("input", { type: "checkbox", id, checked, onchange: () => change(facet, value) }),
    make("label", { for: id }, wordsFor(world, facet, value)),
    make("span", { class: "count" }, String(count), make("span", { class: "quiet" }, " flows")),
  );
}

function byWords(world, facet) {
  const known = Object.keys(world.names[facet] ?? {});
  const place = (value) => (known.indexOf(value) + 1 || known.length + 1);
  return (one, other) => place(one) - place(other) || (one < other ? -1 : 1);
}

// What is picked: a finding with its chain, a party with its neighbours and its entry, a flow, a box of several parties.
export function showDetails(world, day, picked, reach, acts) {
  const panel = one("details");
  if (!picked) {
    fill(panel, make("p", { class: "note hint" }, "Click a box, a line or a finding; or press Tab and follow the flows with the arrow keys."));
  } else if (picked.finding) {
    fill(panel, aboutFinding(world, picked.finding, acts));
  } else if (picked.flow !== undefined) {
    fill(panel, aboutFlows(world, day, [picked.flow], acts));
  } else if (picked.flows) {
    fill(panel, aboutFlows(world, day, picked.flows, acts));
  } else {
    fill(panel, aboutParties(world, day, picked.parties, reach, acts));
  }
}

function aboutFinding(world, finding, acts) {
  const hops = finding.chain.map((hop, place) => {
    const flow = world.flows[hop.flow];
    return make(
      "li",
      { class: "hop" },
      make("span", { class: "number" }, String(place + 1)),
      make(
        "div",
        {},
        link(world, flow.source, acts),
        " → ",
        link(world, flow.target, acts),
        make("div", { class: "note" }, hop.data.map((key) => wordsFor(world, "category", key)).join(", ") || "data not stated"),
        make("div", { class: "cell" }, hop.place, hop.cut ? make("strong", {}, " cut here settles it") : null),
      ),
    );
  });
  return [
    make("h2", {}, signChip(finding), ` ${finding.rule}`),
    make("p", {}, finding.text),
    finding.mend ? make("p", {}, make("strong", {}, "What to do: "), finding.mend) : null,
    make("p", { class: "cell" }, finding.place),
    hops.length ? [make("h3", {}, `The chain, ${counted(hops.length, "flow")}`), make("ol", { class: "hops" }, hops)] : null,
    hops.length > 1 ? make("button", { class: "plain", onclick: acts.replay }, "Show it hop by hop again") : null,
    finding.party >= 0 && !hops.length ? make("p", {}, "About ", link(world, finding.party, acts)) : null,
  ];
}

function aboutParties(world, day, parties, reach, acts) {
  if (parties.length > 1) {
    const rows = parties.map((party) => make("li", {}, link(world, party, acts), inForce(day, party), make("div", { class: "note" }, world.parties[party].details.join(" · "))));
    return [make("h2", {}, `${counted(parties.length, "party", "parties")} drawn together`), make("ul", { class: "plain-list" }, rows), ways(reach, acts)];
  }
  const [number] = parties;
  const party = world.parties[number];
  const about = around(world, day, parties, "near").flows;
  const entries = party.entry.length
    ? [make("h3", {}, "In the annex"), make("dl", {}, party.entry.map(([title, lines]) => [make("dt", {}, title), lines.map((line) => make("dd", {}, line))]))]
    : party.role
      ? make("p", { class: "note" }, "Not listed in the annex of sub-processors.")
      : null;
  const concerned = day.findings.filter(
    (one) => one.party === number || one.chain.some((hop) => [world.flows[hop.flow].source, world.flows[hop.flow].target].includes(number)),
  );
  return [
    make("h2", {}, party.name),
    make("p", { class: "note" }, [KINDS[party.kind], party.role, ...party.details].filter(Boolean).join(" · "), inForce(day, number)),
    party.purpose ? make("p", {}, party.purpose) : null,
    make("p", { class: "cell" }, party.place),
    ways(reach, acts),
    concerned.length
      ? [make("h3", {}, "Findings"), make("ul", { class: "plain-list" }, concerned.map((found) => make("li", {}, findingRow(found, acts.pickFinding))))]
      : null,
    flowList(world, day, "Receives from", [...about].filter((flow) => world.flows[flow].target === number), "source", acts),
    flowList(world, day, "Hands data to", [...about].filter((flow) => world.flows[flow].source === number), "target", acts),
    entries,
  ];
}

function inForce(day, party) {
  return day.absent.has(party) ? make("strong", {}, ` not in force on ${day.day}`) : null;
}

function ways(reach, acts) {
  const buttons = REACHES.map(([key, words]) => make("button", { "aria-pressed": String(key === reach), onclick: () => acts.reach(key) }, words));
  return make("div", { class: "choice", role: "group", "aria-label": "What lights up" }, buttons);
}

function flowList(world, day, title, flows, end, acts) {
  if (!flows.length) return null;
  const rows = flows.map((number) =>
    make(
      "li",
      {},
      make("button", { class: "link", onclick: () => acts.pickFlow(number) }, world.parties[world.flows[number][end]].name),
      make("div", { class: "note" }, `${world.flows[number].data}; ${day.flows[number].words}`),
    ),
  );
  return [make("h3", {}, `${title} (${flows.length})`), make("ul", { class: "plain-list" }, rows)];
}

function aboutFlows(world, day, flows, acts) {
  const [first] = flows;
  const title = flows.length > 1 ? `${counted(flows.length, "flow")} drawn together` : "Flow";
  return [
    make("h2", {}, title),
    flows.length > 1 ? flowRows(world, day, flows, acts) : oneFlow(world, day, first, acts),
  ];
}

function flowRows(world, day, flows, acts) {
  const name = (flow, end) => world.parties[world.flows[flow][end]].name;
  return make(
    "ul",
    { class: "plain-list" },
    flows.map((flow) => make("li", {}, make("button", { class: "link", onclick: () => acts.pickFlow(flow) }, `${name(flow, "source")} → ${name(flow, "target")}`))),
  );
}

function oneFlow(world, day, number, acts) {
  const flow = world.flows[number];
  const state = day.flows[number];
  const found = day.findings.filter((one) => one.chain.some((hop) => hop.flow === number));
  const fields = [
    ["From", link(world, flow.source, acts)],
    ["To", link(world, flow.target, acts)],
    ["Data", flow.data],
    ["Purpose", flow.purpose],
    ["Claimed mechanism", flow.mechanism],
    [`Ground on ${day.day}`, state ? `${wordsFor(world, "ground", state.kind)}${state.words ? `: ${state.words}` : ""}` : "not in force"],
    ["Cell", flow.place],
  ].filter(([, value]) => value);
  return [
    make("dl", {}, fields.map(([title, value]) => [make("dt", {}, title), make("dd", {}, value)])),
    found.map((one) => findingRow(one, acts.pickFinding)),
  ];
}

function link(world, party, acts) {
  return make("button", { class: "link", onclick: () => acts.pickParty(party) }, world.parties[party].name);
}
