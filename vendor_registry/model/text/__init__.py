"""Cells and words: where they stand, and how they are shown without doing harm."""
