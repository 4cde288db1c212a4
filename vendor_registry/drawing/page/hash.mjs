// The state of the page in the address, so that a link shows what its sender saw.

import { FACETS } from "./filters.mjs";

const PLAIN = ["page", "day", "finding", "party", "flow", "box", "reach", "side", "panel"];

// "page=region&of-zone=eu,us": what is not as at the beginning.
export function toHash(state) {
  const said = [];
  for (const name of PLAIN) if (state[name]) said.push([name, state[name]]);
  for (const { key } of FACETS) {
    const values = [...(state.chosen[key] ?? [])];
    if (values.length) said.push([`of-${key}`, values.map(encodeURIComponent).join(",")]);
  }
  return said.map(([name, value]) => `${name}=${name.startsWith("of-") ? value : encodeURIComponent(value)}`).join("&");
}

// The same read back; what nobody knows is left out, since a link may be old or made by hand.
export function fromHash(text) {
  const state = { chosen: {} };
  for (const part of text.replace(/^#/, "").split("&")) {
    const [name, value = ""] = part.split("=");
    if (PLAIN.includes(name)) state[name] = decoded(value);
    const facet = FACETS.find(({ key }) => name === `of-${key}`);
    if (facet) state.chosen[facet.key] = new Set(value.split(",").map(decoded));
  }
  return state;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % that somebody typed
  }
}
