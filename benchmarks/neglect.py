"""A register as nobody looks after it: `python benchmarks/neglect.py FROM TO SHARE`.

Takes a register of `generate.py` and spoils its cells by chance: places, remote access, blanks, mechanisms that carry
nothing, dates that cannot be, vendors that contradict themselves; and adds rules that ask for what is not there. The
more of it, the more findings a check has to prove and to print. The same arguments give the same bytes.
"""

import csv
import random
import sys
from pathlib import Path

COUNTRIES = tuple("DE AT FR BE SE FI IT ES GB CH US CA JP BR IN AU NG".split())
SPOILT = {  # by column: how often of all rows at a share of 1, and what stands there then
    "region": (0.3, (*COUNTRIES, "GLOBAL", "EEA", "")),
    "access_from": (0.2, COUNTRIES),
    "data": (0.1, ("",)),
    "mechanism": (0.4, ("SCC M3", "SCC (2021-10-01)", "DPF (2023-09-01)", "BCR", "none", "SCC 2010", "DPF + SCC M2")),
    "until": (0.3, ("2026-12-31", "2027-06-30", "2025-01-01", "2024-02-02")),
    "notified": (0.3, ("2022-02-01", "2022-03-05", "2021-12-01")),
    "reviewed": (0.3, ("2020-02-01", "2026-03-05", "2027-12-01")),
    "tia": (0.3, ("2020-02-01", "2026-03-05")),
    "de_identified": (0.05, ("anonymised", "pseudonymised")),
    "address": (0.1, ("", "1 Other Street")),
    "country": (0.05, COUNTRIES),
}
RULES = """
[[rules]]
id = "reviewed"
type = "fresh"
within_days = 400
reviewed_months = 12
tia_months = 24

[[rules]]
id = "papers"
type = "require"
filled = ["tia", "dpa_url"]
mechanism = ["SCC M3", "adequacy"]

[[rules]]
id = "short-chains"
type = "max-depth"
depth = 3

[[rules]]
id = "no-more-than-the-parent"
type = "onward-subset"

[[rules]]
id = "told-in-the-annex"
type = "disclosed"
products = ["mail"]
"""


def main() -> None:
    source, target, share = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    dice = random.Random(1)
    with (source / "vendors.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    target.mkdir(parents=True, exist_ok=True)
    with (target / "vendors.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys((*rows[0], *SPOILT))))
        writer.writeheader()
        for row in rows:
            for column, (often, texts) in SPOILT.items():
                if dice.random() < share * often:
                    row[column] = dice.choice(texts)
            writer.writerow(row)
    policy = (source / "policy.toml").read_text(encoding="utf-8")
    (target / "policy.toml").write_text(policy + RULES, encoding="utf-8")


if __name__ == "__main__":
    main()
