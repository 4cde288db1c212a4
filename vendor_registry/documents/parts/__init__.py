"""What documents share: heads, entries, grounds, names, phrases."""
