"""vendors columns"""


def columns() -> None:
    """Explain every column of the sheet and what it accepts.

    Capitals, spaces and hyphens of a header do not matter: "Legal Name" is legal_name.

    Example: vendors columns
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.register.columns import described

    print_text(described())
