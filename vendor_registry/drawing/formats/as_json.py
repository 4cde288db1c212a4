"""The pictures as data: the parties and flows they are drawn from, and each page with what stands where.

The form has a version and a schema (docs/diagram.schema.json).
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from vendor_registry.drawing.album import Album, Page
from vendor_registry.drawing.layout.geometry import measure, sign_of
from vendor_registry.drawing.layout.positions import Layout
from vendor_registry.drawing.layout.readability import scale_of
from vendor_registry.drawing.layout.signs import place_signs
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.legend import legend
from vendor_registry.drawing.picture.model import categories, flow_facts, party_facts
from vendor_registry.drawing.picture.picture import Grid, Picture
from vendor_registry.drawing.picture.selection import Selection, select
from vendor_registry.drawing.picture.words import english

VERSION = 2  # goes up when a field changes its meaning or goes away; new fields do not count


def write(album: Album) -> bytes:
    """One JSON object, UTF-8. Positions are those of the engine; raises as it does."""
    return (json.dumps(values(album), ensure_ascii=False, indent=1) + "\n").encode()


def values(album: Album) -> Mapping[str, Any]:
    """The object: `parties` and `flows` are all that was asked for, unfolded; `pages` how it is drawn.

    Names and texts are in the language of the diagram, told where it is not English; keys and kinds never change.
    """
    first, question = album.pages[0].picture, album.question
    asked = select(question)
    return {
        "format": "vendors-graph",
        "version": VERSION,
        "view": first.view,
        "of": question.of,
        "question": album.view.answers(question.words),
        **({} if question.words is english() else {"language": question.words.language}),
        "company": first.company,
        "as_of": first.as_of,
        "source": first.source,
        "filter": first.filter,
        "rules": first.rules,
        "zones": [
            {"key": key, "name": name} for key, name in question.names.all({**question.case.policy.zones}).items()
        ],
        "categories": [{"key": key, "name": name} for key, name in categories(question, asked)],
        "grounds": [
            {"key": kind, "label": kind.label(question.words), "short": kind.short(question.words)}
            for kind in GroundKind
        ],
        "parties": [asdict(one) for one in party_facts(question, asked)],
        "flows": [asdict(one) for one in flow_facts(question, asked)],
        "findings": [asdict(one) for one in question.facts.marks.remarks if _concerns(asked, one.chain)],
        "pages": [_page(page) for page in album.pages],
    }


def _concerns(asked: Selection, chain: tuple[Any, ...]) -> bool:
    keys = {node.key for node in asked.nodes}
    return any(link.source in keys and link.target in keys for link in chain)


def _page(page: Page) -> Mapping[str, Any]:
    picture = page.picture
    readability = page.readability
    return {
        "number": picture.number,
        "id": picture.key,
        "title": picture.title,
        "description": picture.description,
        "zones": [asdict(zone) for zone in picture.zones],
        "clusters": [asdict(cluster) for cluster in picture.clusters],
        "nodes": [asdict(box) for box in picture.boxes],
        "edges": [asdict(line) for line in picture.lines],
        "rows": [asdict(row) for row in picture.rows],
        "findings": [remark.sign for remark in picture.remarks],
        "legend": [asdict(entry) for entry in legend(picture)],
        "hidden": list(picture.notes),
        "grid": _grid(picture.grid) if picture.grid else None,
        "layout": None if picture.grid else _layout(picture, page.layout, page),
        "readability": asdict(readability) if readability else None,
    }


def _grid(grid: Grid) -> Mapping[str, Any]:
    return {
        "corner": grid.corner,
        "columns": grid.columns,
        "rows": grid.rows,
        "cells": [[asdict(cell) for cell in row] for row in grid.cells],
    }


def _layout(picture: Picture, layout: Layout, page: Page) -> Mapping[str, Any]:
    """Positions from the upper left corner: middles of boxes and signs with their sizes, corners of frames, curves."""
    sizes = {box.id: measure(box) for box in picture.boxes}
    signs = place_signs(picture, layout)
    return {
        "width": layout.width,
        "height": layout.height,
        "scale": round(scale_of(layout, page.target), 3),
        "nodes": {
            box.id: {
                "x": layout.boxes[box.id][0],
                "y": layout.boxes[box.id][1],
                "width": sizes[box.id].width,
                "height": sizes[box.id].height,
                "title": list(sizes[box.id].title),
                "lines": list(sizes[box.id].lines),
            }
            for box in picture.boxes
        },
        "clusters": {one.id: layout.frames[one.id] for one in picture.clusters},
        "edges": {
            line.id: {
                "points": layout.courses[line.id].points,
                "tip": layout.courses[line.id].tip,
                "sign": signs[line.id],
                "words": sign_of(line, picture.words).words,
            }
            for line in picture.lines
        },
    }
