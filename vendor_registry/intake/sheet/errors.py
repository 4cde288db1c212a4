"""Errors of spreadsheets: a cell that says #N/A is not blank, and says nothing either."""

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


def any_error(texts: dict[str, str]) -> bool:
    """Whether one of the texts of a sheet is an error."""
    return any(name in texts for name in NAMES)
