"""Diagrams of who hands personal data to whom."""
