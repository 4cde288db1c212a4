"""Rules about what customers were promised and told."""
