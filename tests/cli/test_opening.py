"""What every command understands in the same way."""

import pytest

from vendor_registry.cli.opening import chosen
from vendor_registry.documents.formats import catalogue as documents
from vendor_registry.model.text.origin import UsageError
from vendor_registry.reports.formats import catalogue as reports


@pytest.mark.parametrize("written", ["markdown", "md", "MD", " Markdown "])
def test_markdown_has_both_of_its_names_for_documents_and_for_reports(written: str) -> None:
    assert chosen("format", written, documents.FORMATS).name == "markdown"
    assert chosen("format", written, reports.FORMATS) is reports.FORMATS["markdown"]


def test_what_is_no_choice_is_refused_as_it_was_written() -> None:
    with pytest.raises(UsageError, match=r'^"MD" is no format here; choose one of text, json\.$'):
        chosen("format", "MD", {"text": 1, "json": 2})
