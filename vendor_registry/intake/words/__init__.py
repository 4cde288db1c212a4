"""Readers of cells: what the words of one cell mean, or what is not understood and what was expected."""
