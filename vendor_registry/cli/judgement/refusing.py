"""What a check says where nothing can be judged: the faults, in every format that was asked for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from vendor_registry.cli.judgement.reporting import hand_out
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import RefusedError
from vendor_registry.reports.formats.catalogue import FORMATS, Format


@contextmanager
def faults_told(
    as_of: date, sheet: Path, policy: Path, shown: Format, files: Sequence[tuple[Path, Format]]
) -> Iterator[None]:
    """Hand out the faults of what is read within, so that a build shows them at their cells like findings.

    The command still ends with them on stderr, and so stdout has nothing to add as text.
    """
    try:
        yield
    except RefusedError as refusal:
        silent = shown is FORMATS["text"]
        if files or not silent:
            refusal.consequence = "nothing was judged"
            hand_out(Report.refused(refusal.faults, as_of, str(sheet), str(policy)), shown, files, silent=silent)
        raise
