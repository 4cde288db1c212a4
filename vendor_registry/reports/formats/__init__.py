"""The report of a check as text: one file a format."""
