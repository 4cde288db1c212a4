// Opens each file named on the command line with the real parser of its kind and prints one JSON line for it.
import { readFileSync } from "node:fs";

// Mermaid asks for a browser's document. D2 waits for ever where it finds one, so each is loaded only when it is needed.
async function loadMermaid() {
  const { JSDOM } = await import("jsdom");
  const dom = new JSDOM("<!doctype html><body></body>");
  globalThis.window = dom.window;
  globalThis.document = dom.window.document;
  const mermaid = (await import("mermaid")).default;
  mermaid.initialize({ startOnLoad: false });
  return mermaid;
}

async function loadD2() {
  const { D2 } = await import("@terrastruct/d2");
  return new D2();
}

let mermaid;
let d2;

const readers = {
  mermaid: async (text) => {
    const diagram = await (await (mermaid ??= loadMermaid())).mermaidAPI.getDiagramFromText(text);
    return { nodes: diagram.db.getVertices().size, edges: diagram.db.getEdges().length };
  },
  d2: async (text) => {
    const { diagram } = await (await (d2 ??= loadD2())).compile(text);
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
