"""Rules that follow from the law of transfers."""
