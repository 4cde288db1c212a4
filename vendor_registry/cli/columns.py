"""vendors columns"""


def columns() -> None:
    """Print every column of the sheet with its meaning and the values it accepts.

    Example: vendors columns
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.columns import described

    print_text(described())
