"""Waivers for a register of findings: `python benchmarks/waive.py REPORT.json 242 > DIRECTORY/waivers.csv`.

Takes the report of `vendors check --format json` and waives, by chance, rows where a rule judges rows and a flow of the
chain where it judges flows. The same arguments give the same bytes.
"""

import csv
import json
import random
import sys
from pathlib import Path

DECISION = ("", "Being moved", "Ada Example", "2026-06-01", "2027-03-01")


def main() -> None:
    findings = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["findings"]
    dice = random.Random(1)
    dice.shuffle(findings)
    flows: dict[tuple[str, str, str], None] = {}
    for finding in findings:
        hop = dice.choice(finding["witness"] or [{"from": "", "to": finding["sink"]}])
        if hop["to"]:
            flows[finding["rule"], hop["from"], hop["to"]] = None
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("rule", "from", "to", "data", "reason", "approved_by", "granted", "expires"))
    writer.writerows((*flow, *DECISION) for flow in list(flows)[: int(sys.argv[2])])


if __name__ == "__main__":
    main()
