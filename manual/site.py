"""For mkdocs: pages that are made of something else, and links that lead out of the documentation."""

import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from manual.as_markdown import as_markdown
from manual.commands import manuals

ROOT = Path(__file__).parents[1]
OUTSIDE = re.compile(r"\[([^\]]+)\]\((?:\.\./)+(?!docs/)[^)]*\)")  # a file of the project that is no page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """A folder in the navigation stands for its pages, and what nobody named stands at the end, so that a new rule,
    decision or page is there without a line."""
    docs = Path(config.docs_dir)
    named = [_pages(one, docs) for one in config.nav or []]
    more = [path.name for path in sorted(docs.glob("*.md")) if f"'{path.name}'" not in repr(named)]
    config.nav = [*named, {"More": more}] if more else named
    return config


def _pages(entry: Any, docs: Path) -> Any:
    if not isinstance(entry, dict):
        return entry
    [(title, inside)] = entry.items()
    if not isinstance(inside, str) or not inside.endswith("/"):
        return entry
    return {title: [f"{inside}{path.name}" for path in sorted((docs / inside).glob("*.md"))]}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the commands, as their help says, and the changes."""
    files.append(File.generated(config, "commands.md", content=as_markdown(manuals())))
    files.append(File.generated(config, "changes.md", content=(ROOT / "CHANGELOG.md").read_text("utf-8")))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """A link to a file outside of `docs/` becomes the name of that file: it is read in the project, not on the site."""
    return OUTSIDE.sub(r"\1", markdown)
