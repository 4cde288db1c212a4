"""The dated, cited tables, and how their rows are found."""
