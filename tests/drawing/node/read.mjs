// Opens each file named on the command line with the real parser of its kind and prints one JSON line for it.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const dom = new JSDOM("<!doctype html><body></body>");
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const mermaid = (await import("mermaid")).default;
mermaid.initialize({ startOnLoad: false });
const { D2 } = await import("@terrastruct/d2");
let engine;

const readers = {
  mermaid: async (text) => {
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    return { nodes: diagram.db.getVertices().size, edges: diagram.db.getEdges().length };
  },
  d2: async (text) => {
    const { diagram } = await (engine ??= new D2()).compile(text);
    return { nodes: diagram.shapes.length, edges: diagram.connections.length };
  },
};

for (const file of process.argv.slice(2)) {
  try {
    const read = await readers[file.split(".").pop()](readFileSync(file, "utf8"));
    console.log(JSON.stringify(read));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message ?? error).slice(0, 400) }));
  }
}
process.exit(0);
