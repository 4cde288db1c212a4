"""`python -m manual DIR`: man pages and completions of shells, below DIR as they lie below `share/`."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from manual.as_roff import as_roff
from manual.commands import manuals

COMPLETIONS = {
    "bash": "bash-completion/completions/vendors",
    "zsh": "zsh/site-functions/_vendors",
    "fish": "fish/vendor_completions.d/vendors.fish",
}


def main(folder: Path) -> None:
    """Write everything; what an earlier version left there stays."""
    pages = manuals()
    release = f"vendors {version('vendor-registry')}"
    for page in pages:
        _write(folder / "man" / "man1" / f"{page.name}.1", as_roff(page, release, pages))
    for shell, path in COMPLETIONS.items():
        _write(folder / path, completion(shell))


def completion(shell: str) -> str:
    """What a shell has to run, as the program itself says."""
    environment = {**os.environ, "_VENDORS_COMPLETE": f"source_{shell}"}
    program = [str(Path(sys.executable).with_name("vendors"))]
    ran = subprocess.run(program, env=environment, capture_output=True, text=True, check=True)
    return ran.stdout


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
