"""Errors of spreadsheets: a cell that says #N/A is not blank, and says nothing either."""

from vendor_registry.model.text.sheet import Rows

# As Excel and LibreOffice write them into files and into CSV, in English, German, French, Spanish,
# Italian and Portuguese.
NAMES = frozenset(
    "#N/A #REF! #NAME? #VALUE! #DIV/0! #NULL! #NUM! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #UNKNOWN! #BUSY! "
    "#EXTERNAL! #PYTHON! #TIMEOUT! #GETTING_DATA #####! #NV #BEZUG! #WERT! #ZAHL! #ÜBERLAUF! #KALK! #FELD! #VALEUR! "
    "#NOM? #NOMBRE! #NUL! #EPARS! #N/D #¡REF! #¿NOMBRE? #¡VALOR! #¡DIV/0! #¡NULO! #¡NUM! #RIF! #NOME? #VALORE! "
    "#NULLO! #VALOR! #NULO!".split()
) | {f"Err:{number}" for number in range(501, 541)}

REPAIR = "Correct its formula, or write the value itself; where nothing is known, leave the cell blank."
NOT_STORED = (
    "this cell holds a formula whose result is not in the file",
    "Open and save it once in Excel or LibreOffice, which stores the results; or write the value itself.",
)


def error(name: str) -> tuple[str, str]:
    """What is said of a cell that holds an error."""
    return f"this cell holds the error {name}", REPAIR


def may_be_one(text: str) -> bool:
    """Whether a text may hold an error, which is found with a look at each cell."""
    return "#" in text or "Err:" in text


def any_error(rows: Rows) -> bool:
    """Whether a cell of these rows is an error."""
    return not all(map(NAMES.isdisjoint, rows.texts()))
