"""How long the letters to all customers take: `python benchmarks/notices.py [customers [format ...]]`.

A register of 300 engagements, of which ten have changed, and customers of all kinds: products, data regions, languages,
terms. Each format is written twice: the second run writes nothing.
"""

import csv
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HEADER = (
    "key,vendor,legal_name,country,role,service,purpose,products,zone,receives_from,data_subjects,data,region".split(
        ","
    )
)
POLICY = """\
[company]
name = "Example"
country = "DE"
contact = "privacy@example.com"
[products.mail]
name = "Mail"
[products.voice]
name = "Voice"
[zones.eu]
name = "EU"
places = ["EEA"]
[zones.us]
name = "US"
places = ["US"]
[services.hosting]
name = "Hosting"
[data_subjects.users]
name = "Users"
[data.content]
name = "Content"
[systems.eu]
name = "EU"
zone = "eu"
region = "DE"
data_subjects = ["users"]
data = ["content"]
[systems.us]
name = "US"
zone = "us"
region = "US"
data_subjects = ["users"]
data = ["content"]
"""


def rows(region: str) -> list[tuple[str, ...]]:
    """The first ten engagements are where `region` says."""
    found = []
    for n in range(300):
        product, zone, place = ("mail", "voice")[n % 2], ("eu", "us")[n // 2 % 2], region if n < 10 else "DE"
        who = (f"v{n}", f"Vendor {n}", f"Vendor {n} GmbH", "DE", "sub-processor", "hosting", "Runs it")
        found.append((*who, product, zone, zone, "users", "content", place))
    return found


def customers(count: int) -> list[tuple[str, ...]]:
    found = []
    for n in range(count):
        product, zone, language = (
            ("mail", "voice", "")[n % 3],
            ("eu", "us", "")[n // 3 % 3],
            "en de fr es".split()[n % 4],
        )
        found.append(
            (f"c{n}", f"Customer {n}", product, zone, language, f"legal@c{n}.example", str((30, 45, 60)[n % 3]))
        )
    return found


def write(path: Path, header: list[str], lines: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *lines])


def processor() -> float:
    """Seconds that processors have worked for the programs run so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        data.mkdir()
        (data / "policy.toml").write_text(POLICY, encoding="utf-8")
        write(data / "before.csv", HEADER, rows("DE"))
        write(data / "vendors.csv", HEADER, rows("DE; IE"))
        header = ["key", "name", "products", "zone", "language", "notice_address", "notice_days"]
        write(data / "customers.csv", header, customers(count))
        for form in sys.argv[2:] or ("text", "eml"):
            for run in ("first", "second"):
                begun, worked = time.perf_counter(), processor()
                words = ["notice", "data/before.csv", "data/vendors.csv", "--all", "--format", form, "-o", form]
                subprocess.run([Path(sys.executable).parent / "vendors", *words], cwd=name, check=True, stdout=-3)
                told = f"{time.perf_counter() - begun:.1f} s, of the processors {processor() - worked:.1f} s"
                print(f"{form}, {run} run: {told}")


if __name__ == "__main__":
    main()
