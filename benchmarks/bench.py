"""`make bench`: the commands a person waits for, on the demo sheet. Medians of whole processes."""

import sys
import tempfile
from pathlib import Path

from measure import Measured, measure

VENDORS = str(Path(sys.executable).with_name("vendors"))
COMMANDS = {
    "vendors --help": (["--help"], 0.100),
    "vendors check": (["check"], 0.300),
    "vendors annex --format docx": (["annex", "--format", "docx", "-o", "{out}/annex.docx"], 1.0),
    "vendors annex --format pdf": (["annex", "--format", "pdf", "-o", "{out}/annex.pdf"], 1.0),
    "vendors graph (first run, nothing cached)": (["graph", "-o", "{out}/region.svg"], 1.5),
    "vendors graph": (["graph", "-o", "{out}/region.svg"], 1.5),
    "vendors transfer": (["transfer", "--from", "DE", "--to", "US", "--mechanism", "SCC M3 (2021-10-01)"], 0.3),
}


def main() -> None:
    print(f"{'command':44}{'median':>9}{'target':>9}{'memory':>9}")
    with tempfile.TemporaryDirectory() as out:
        for name, (arguments, target) in COMMANDS.items():
            command = [VENDORS, *(argument.format(out=out) for argument in arguments)]
            measured = _cold(command, out) if "nothing cached" in name else measure(command)
            print(
                f"{name:44}{measured.seconds * 1000:6.0f} ms{target * 1000:6.0f} ms{measured.megabytes:6.0f} MB"
                + ("" if measured.status in (0, 1) else f"  exit status {measured.status}")
            )


def _cold(command: list[str], out: str) -> Measured:
    """Every run with a cache folder of its own, so that each compiles the WebAssembly anew."""
    runs = [
        measure(command, runs=1, warm_up=0, environment={"XDG_CACHE_HOME": tempfile.mkdtemp(dir=out)}) for _ in range(5)
    ]
    return sorted(runs, key=lambda run: run.seconds)[len(runs) // 2]


if __name__ == "__main__":
    main()
