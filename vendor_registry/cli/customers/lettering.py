"""How notices leave: one file, or one for each customer in a folder."""

from pathlib import Path

from vendor_registry.cli.leaving import hand_out
from vendor_registry.cli.opening import print_text
from vendor_registry.cli.progress import counting
from vendor_registry.cli.talk import talk
from vendor_registry.model.text.counting import counted
from vendor_registry.use_cases.customers.notices.letters import Letters
from vendor_registry.use_cases.documents.written import written
from vendor_registry.use_cases.files.output import inputs_of
from vendor_registry.use_cases.files.series import write_series

_FOLDER = Path("notices")


def write_letter(letters: Letters, output: str, sheet: Path) -> None:
    """The only letter there is; none, and a sentence, where the changes concern nobody."""
    if not letters.customers:
        talk("Nothing in this difference that needs a notice concerns them; none was written.")
        return
    [customer] = letters.customers
    content, told = written(letters.letter(customer), letters.wanted)
    theirs = f".{customer.key}" if customer.key else ""
    usual = Path(f"notice{theirs}{letters.wanted.suffix}")
    remarks = [*(f"Warning: {one}." for one in told), *(f"Warning: {one}" for one in letters.warnings())]
    hand_out(content, output, usual, remarks, [sheet, *inputs_of(letters.notifications.after)])


def write_letters(letters: Letters, output: str, sheet: Path) -> None:
    """A letter to each customer that the changes concern, while a bar shows how far it is."""
    letters.refuse_unworded()
    made = write_series(letters, Path(output or _FOLDER), [sheet, *inputs_of(letters.notifications.after)])
    total, new = len(letters.customers), 0
    for one in counting("Notices", total, made):
        new += one.new
        print_text("".join(f"{file}\n" for file in one.files))
    for warning in letters.warnings():
        talk(f"Warning: {warning}")
    talk(f"{counted(total, 'customer')} to be told: {new} written, {total - new} there already and the same.")
