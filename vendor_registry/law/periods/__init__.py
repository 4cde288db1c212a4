"""Periods of notice and of objection, counted as Regulation (EEC, Euratom) No 1182/71 counts them. Pure."""
