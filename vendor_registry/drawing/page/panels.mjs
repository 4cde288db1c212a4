// The panel beside the picture: findings, filters, what is picked, the legend.

import { fill, make, one } from "./dom.mjs";
import { around } from "./facts.mjs";
import { FACETS, titleOf, wordsFor } from "./filters.mjs";
import { counted, knows, languageOfFindings, original, say } from "./words.mjs";

const REACHES = ["near", "down", "up"];

export function signChip(finding) {
  const kind = finding.waived ? "waived" : finding.mark || "warning";
  const words = finding.sign || { broken: "✕", gap: "?", warning: "!", waived: "W" }[kind];
  return make("span", { class: `chip ${kind}` }, words, make("span", { class: "quiet" }, ` ${say(`chip_${kind}`)}`));
}

// The list of findings of a day, those with a chain first; the picked one is marked.
export function showFindings(day, picked, pick) {
  const list = one("findings");
  if (list.day !== day) {
    list.day = day;
    const groups = [
      ["along_flows", day.findings.filter((found) => found.chain.length && !found.waived)],
      ["in_rows", day.findings.filter((found) => !found.chain.length && !found.waived)],
      ["waived", day.findings.filter((found) => found.waived)],
    ].filter(([, some]) => some.length);
    const item = (found) => make("li", {}, findingRow(found, pick));
    const written = ([title, some]) => [make("h2", {}, say(title, { count: some.length })), make("ol", { class: "rows" }, some.map(item))];
    fill(list, groups.length ? groups.map(written) : make("p", { class: "note" }, say("no_findings", { day: day.name })));
  }
  for (const row of list.querySelectorAll("[aria-pressed=true]")) row.setAttribute("aria-pressed", "false");
  const row = [...list.querySelectorAll(".row")].find((each) => each.finding === picked);
  row?.setAttribute("aria-pressed", "true");
  row?.scrollIntoView({ block: "nearest" });
}

function findingRow(finding, pick) {
  const words = make("span", { class: "words", lang: languageOfFindings() }, original(finding.text));
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
      make("legend", {}, titleOf(facet)),
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
    make("span", { class: "count" }, make("span", { "aria-hidden": "true" }, String(count)), make("span", { class: "quiet" }, counted(count, "flow"))),
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
    fill(panel, make("p", { class: "note hint" }, say("pick_hint")));
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
        make("div", { class: "note" }, hop.data.map((key) => wordsFor(world, "category", key)).join(", ") || say("data_not_stated")),
        make("div", { class: "cell" }, hop.place, hop.cut ? make("strong", {}, ` ${say("cut_here")}`) : null),
      ),
    );
  });
  return [
    make("h2", {}, signChip(finding), ` ${finding.rule}`),
    make("p", { lang: languageOfFindings() }, original(finding.text)),
    finding.mend ? make("p", {}, make("strong", {}, `${say("to_do")} `), make("span", { lang: languageOfFindings() }, original(finding.mend))) : null,
    make("p", { class: "cell" }, finding.place),
    hops.length ? [make("h3", {}, say("chain", { flows: counted(hops.length, "flow") })), make("ol", { class: "hops" }, hops)] : null,
    hops.length > 1 ? make("button", { class: "plain", onclick: acts.replay }, say("replay")) : null,
    finding.party >= 0 && !hops.length ? make("p", {}, `${say("about")} `, link(world, finding.party, acts)) : null,
  ];
}

function aboutParties(world, day, parties, reach, acts) {
  if (parties.length > 1) {
    const rows = parties.map((party) => make("li", {}, link(world, party, acts), inForce(day, party), make("div", { class: "note" }, world.parties[party].details.join(" · "))));
    return [make("h2", {}, say("drawn_together", { count: counted(parties.length, "party") })), make("ul", { class: "plain-list" }, rows), ways(reach, acts)];
  }
  const [number] = parties;
  const party = world.parties[number];
  const about = around(world, day, parties, "near").flows;
  const entries = party.entry.length
    ? [make("h3", {}, say("in_annex")), make("dl", {}, party.entry.map(([title, lines]) => [make("dt", {}, title), lines.map((line) => make("dd", {}, line))]))]
    : party.role
      ? make("p", { class: "note" }, say("not_in_annex"))
      : null;
  const concerned = day.findings.filter(
    (one) => one.party === number || one.chain.some((hop) => [world.flows[hop.flow].source, world.flows[hop.flow].target].includes(number)),
  );
  return [
    make("h2", {}, party.name),
    make("p", { class: "note" }, [say(`kind_${party.kind}`), roleOf(party), ...party.details].filter(Boolean).join(" · "), inForce(day, number)),
    party.purpose ? make("p", {}, party.purpose) : null,
    make("p", { class: "cell" }, party.place),
    ways(reach, acts),
    concerned.length
      ? [make("h3", {}, say("findings")), make("ul", { class: "plain-list" }, concerned.map((found) => make("li", {}, findingRow(found, acts.pickFinding))))]
      : null,
    flowList(world, day, "receives", [...about].filter((flow) => world.flows[flow].target === number), "source", acts),
    flowList(world, day, "hands", [...about].filter((flow) => world.flows[flow].source === number), "target", acts),
    entries,
  ];
}

function roleOf({ role }) {
  return knows(`as_${role}`) ? say(`as_${role}`) : role;
}

function inForce(day, party) {
  return day.absent.has(party) ? make("strong", {}, ` ${say("resting", { day: day.name })}`) : null;
}

function ways(reach, acts) {
  const buttons = REACHES.map((key) => make("button", { "aria-pressed": String(key === reach), onclick: () => acts.reach(key) }, say(key)));
  return make("div", { class: "choice", role: "group", "aria-label": say("lights_up") }, buttons);
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
  return [make("h3", {}, say(title, { count: flows.length })), make("ul", { class: "plain-list" }, rows)];
}

function aboutFlows(world, day, flows, acts) {
  const [first] = flows;
  const title = flows.length > 1 ? say("drawn_together", { count: counted(flows.length, "flow") }) : say("flow");
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
    [say("from"), link(world, flow.source, acts)],
    [say("to"), link(world, flow.target, acts)],
    [say("data"), flow.data],
    [say("purpose"), flow.purpose],
    [say("mechanism"), flow.mechanism],
    [say("ground_on", { day: day.name }), state ? `${wordsFor(world, "ground", state.kind)}${state.words ? `: ${state.words}` : ""}` : say("not_in_force")],
    [say("cell"), flow.place],
  ].filter(([, value]) => value);
  return [
    make("dl", {}, fields.map(([title, value]) => [make("dt", {}, title), make("dd", {}, value)])),
    found.map((one) => findingRow(one, acts.pickFinding)),
  ];
}

function link(world, party, acts) {
  return make("button", { class: "link", onclick: () => acts.pickParty(party) }, world.parties[party].name);
}
