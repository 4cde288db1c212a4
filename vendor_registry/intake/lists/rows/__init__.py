"""From an entry to a row of our sheet."""
