"""What is found: findings, transfers judged, cells to begin with, the report of a check."""
