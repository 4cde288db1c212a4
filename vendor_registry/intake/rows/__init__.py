"""Rows on the way to engagements: every cell read, then the rows held against each other."""
