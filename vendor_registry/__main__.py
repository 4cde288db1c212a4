"""`python -m vendor_registry` is the `vendors` program."""

from vendor_registry.cli.main import program

program()
