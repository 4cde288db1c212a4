"""Periods of notice, of objection and in months, counted as Regulation (EEC, Euratom) No 1182/71 counts them. Pure."""
