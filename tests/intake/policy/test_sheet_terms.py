"""`[sheet.columns]`: the titles of a company, mapped to ours."""

from pathlib import Path

import pytest

from tests.intake import policies
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.model.text.origin import RefusedError


def _policy(folder: Path, text: str) -> Path:
    path = folder / "policy.toml"
    path.write_text(policies.SOUND + text, encoding="utf-8")
    return path


def test_titles_are_mapped(tmp_path: Path) -> None:
    """One to a column, one to a translated purpose, one to no column of ours."""
    text = '[sheet.columns]\n"Wer?" = "vendor"\n" Zweck DE " = "purpose_de"\nCategory = ""\n'
    terms = read_policy(_policy(tmp_path, text)).sheet
    assert terms.columns == {"Wer?": "vendor", "Zweck DE": "purpose_de", "Category": ""}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[sheet.columns]\nWer = "vendr"\n', '"vendr" is not a column of ours | did you mean vendor?'),
        ('[sheet.columns]\nWer = "colour"\n', '"colour" is not a column of ours | vendors columns lists them'),
        ("[sheet.columns]\nWer = 1\n", "1 is not a text | Write it in quotation marks"),
        ('[sheet]\ncolums = "x"\n', '"colums" means nothing here | did you mean columns?'),
        ("[sheet]\ncolumns = 1\n", "1 is not a table | "),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_policy(_policy(tmp_path, text))
    (fault,) = refused.value.faults
    assert fault.cell.line == policies.SOUND.count("\n") + 2
    assert f"{fault.message} | {fault.hint}".startswith(said)
