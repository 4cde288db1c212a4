"""Who may come in, and what a stranger's request cannot do."""
