"""Labels by the two engines, processor seconds: `python benchmarks/engines.py DIRECTORY`, files as of `generate.py`."""

import sys
import time
from datetime import date
from pathlib import Path

from vendor_registry.flows.build import build
from vendor_registry.flows.network import network
from vendor_registry.flows.search import arrays, worklist
from vendor_registry.flows.search.starts import own_starts
from vendor_registry.use_cases.files.load import load

DAY = date(2026, 11, 23)


def main() -> None:
    directory = Path(sys.argv[1])
    loaded = load(directory / "vendors.csv", directory / "policy.toml")
    numbered = network(build(loaded.registry.in_force(DAY), loaded.policy, DAY), loaded.policy.data)
    seeds = own_starts(numbered).sure
    for engine in (worklist, arrays):
        start = time.process_time()
        held = engine.spread(numbered, numbered.sure, seeds).categories_at()
        seconds = time.process_time() - start
        print(f"{engine.__name__:32}{len(numbered.source):10,} flows{seconds:8.3f} s{sum(map(bool, held)):10,} reached")


if __name__ == "__main__":
    main()
