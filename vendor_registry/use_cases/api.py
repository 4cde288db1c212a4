"""The public Python API. The command line can do nothing that is not reachable from here or from `use_cases`."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas

from vendor_registry.case.case import Case
from vendor_registry.drawing.views.catalogue import DEFAULT
from vendor_registry.flows.as_networkx import PublicGraph, as_networkx, graphml, node_link
from vendor_registry.model.findings.report import Report
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.registry import Registry
from vendor_registry.use_cases.diagrams.drawing import Drawing, drawing
from vendor_registry.use_cases.diagrams.wish import Wish
from vendor_registry.use_cases.files.beside import NOTHING, Beside
from vendor_registry.use_cases.files.load import load as read
from vendor_registry.use_cases.judgement.check import check as judge
from vendor_registry.use_cases.register import listing


@dataclass(frozen=True)
class Register:
    """A sheet and a policy that were understood. Everything that judges takes the day as an argument."""

    registry: Registry
    policy: Policy
    beside: Beside = NOTHING

    def case(self, as_of: date) -> Case:
        """The register as it stands on a day."""
        return Case(self.registry, self.policy, as_of, self.beside.waivers, self.beside.customers)

    def graph(self, as_of: date) -> PublicGraph:
        """The data-flow graph of a day; its attributes are listed at `flows.as_networkx.as_networkx`."""
        return as_networkx(self.case(as_of).graph)

    def draw(self, as_of: date, view: str = DEFAULT, of: str = "", lang: str = "", **wish: Any) -> Drawing:
        """The diagram of a view on a day; a notebook shows it. `lang`: a code as `de`, English without one; `wish`: the
        other fields of `use_cases.diagrams.wish.Wish`. Raises UsageError for a language without wording."""
        return drawing(self.case(as_of), Wish(view=view, of=of, language=lang, **wish))

    def graphml(self, as_of: date) -> bytes:
        """The graph as GraphML, for Gephi, yEd and the like; lists are texts joined with "; ", unknown is left out."""
        return graphml(self.graph(as_of))

    def node_link(self, as_of: date) -> dict[str, Any]:
        """The graph as node-link data for JSON, days as ISO texts (`networkx.node_link_graph` reads it)."""
        return node_link(self.graph(as_of))

    def check(self, as_of: date) -> Report:
        """The outcome of every rule on a day; `.findings` has them sorted by cell."""
        return judge(self.case(as_of))

    def table(self, as_of: date) -> pandas.DataFrame:
        """The engagements in force on a day, one row each."""
        return listing.table(self.case(as_of))


def load(sheet: Path | str = "data/vendors.csv", policy: Path | str = "data/policy.toml") -> Register:
    """Read a sheet and a policy. Raises RefusedError, whose `.faults` are all that cannot be understood."""
    loaded = read(Path(sheet), Path(policy))
    return Register(loaded.registry, loaded.policy, loaded.beside)


def graph(register: Register, as_of: date) -> PublicGraph:
    """As `Register.graph`."""
    return register.graph(as_of)


def draw(register: Register, as_of: date, view: str = DEFAULT, of: str = "", lang: str = "", **wish: Any) -> Drawing:
    """As `Register.draw`."""
    return register.draw(as_of, view, of, lang, **wish)


def check(register: Register, as_of: date) -> Report:
    """As `Register.check`."""
    return register.check(as_of)


def table(register: Register, as_of: date) -> pandas.DataFrame:
    """As `Register.table`."""
    return register.table(as_of)
