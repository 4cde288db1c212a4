"""One file a rule, and the catalogue."""
