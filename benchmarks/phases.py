"""Where the time of a check goes: `python benchmarks/phases.py DIRECTORY`, with the files of `generate.py` in it."""

import gc
import resource
import sys
import time
from datetime import date
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import answered
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.rules.catalogue import RULES
from vendor_registry.use_cases.files.load import load


class Laps:
    """Processor time since the last lap, and the memory that was needed at most so far."""

    def __init__(self) -> None:
        self.last = time.process_time()

    def lap(self, what: str) -> None:
        now = time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{what:32}{now - self.last:8.3f} s{peak:8} MB", flush=True)
        self.last = time.process_time()


def main() -> None:
    gc.disable()  # as the program does
    laps, directory = Laps(), Path(sys.argv[1])
    loaded = load(directory / "vendors.csv", directory / "policy.toml")
    laps.lap("read sheet and policy")
    case = Case(loaded.registry, loaded.policy, date(2026, 11, 23))
    flows = len(case.graph.flows)
    laps.lap(f"graph of {flows:,} flows")
    case.reach.sure.at(0)
    case.reach.may.at(0)
    laps.lap("labels")
    for zone in case.policy.zones:
        case.places.residents(zone)
    laps.lap("places")
    answered(case)
    laps.lap("transfers")
    for rule in RULES:
        specs = [spec for spec in case.policy.rules if spec.type == rule.id]
        for spec in [RuleSpec(id=rule.id, type=rule.id)] if rule.standing else specs:
            rule.check(case, spec)
        if rule.standing or specs:
            laps.lap(rule.id if rule.standing else f"{len(specs)} x {rule.id}")


if __name__ == "__main__":
    main()
