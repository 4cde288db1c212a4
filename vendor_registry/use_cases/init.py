"""A fresh, small, valid sheet and policy to start from."""

from importlib import resources
from pathlib import Path

from vendor_registry.model.origin import UsageError
from vendor_registry.use_cases.output import write

_FILES = ("vendors.csv", "policy.toml")


def init(folder: Path) -> tuple[Path, ...]:
    """Write `data/vendors.csv` and `data/policy.toml` into a folder, which may be new.

    Raises UsageError, and writes nothing, where one of them is there already.
    """
    targets = tuple(folder / "data" / name for name in _FILES)
    there = [str(target) for target in targets if target.exists()]
    if there:
        raise UsageError(f"{' and '.join(there)} {'is' if len(there) == 1 else 'are'} there already; nothing written.")
    starter = resources.files("vendor_registry.intake") / "starter"
    for target in targets:
        write(target, (starter / target.name).read_bytes())
    return targets
