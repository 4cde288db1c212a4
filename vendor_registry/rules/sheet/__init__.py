"""Rules about the sheet itself: rows that are sound and agree."""
