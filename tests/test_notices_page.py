"""docs/notices.md is true: its commands say what it says they say."""

import re
from pathlib import Path

from tests import test_readme

PAGE = Path(__file__).parent.parent / "docs" / "notices.md"
CONSOLE = re.findall(r"```console\n\$ vendors (.*?)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_letter_is_the_one_that_is_written() -> None:
    assert len(CONSOLE) == 1
    for arguments, shown in CONSOLE:
        test_readme.test_a_console_block_shows_real_output(arguments, shown)
