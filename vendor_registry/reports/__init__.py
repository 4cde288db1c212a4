"""Faults and findings told to people and machines, one writer a format."""
