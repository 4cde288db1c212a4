"""The picture as data: everything that is drawn, sorted, in a form with a version of its own."""

import json
from dataclasses import asdict

from vendor_registry.drawing.picture.legend import legend
from vendor_registry.drawing.picture.picture import Picture

VERSION = 1  # goes up when a field changes its meaning or goes away; new fields do not count


def write(picture: Picture, engine: str) -> bytes:
    """One JSON object, UTF-8. No engine is needed.

    `clusters`, `nodes`, `edges` are what is drawn, `flows` the table of flows, `findings` those that edges point to by
    their signs, `hidden` what was folded or left out, in sentences. Enumerations are their words.
    """
    values = {
        "format": "vendors-graph",
        "version": VERSION,
        "view": picture.view,
        "title": picture.title,
        "company": picture.company,
        "as_of": picture.as_of,
        "source": picture.source,
        "description": picture.description,
        "zones": [asdict(zone) for zone in picture.zones],
        "clusters": [asdict(cluster) for cluster in picture.clusters],
        "nodes": [asdict(box) for box in picture.boxes],
        "edges": [asdict(line) for line in picture.lines],
        "flows": [asdict(row) for row in picture.rows],
        "findings": [asdict(remark) for remark in picture.remarks],
        "legend": [asdict(entry) for entry in legend(picture)],
        "hidden": list(picture.notes),
    }
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()
