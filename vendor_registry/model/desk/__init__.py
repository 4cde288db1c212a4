"""Who may use the desk, and what was done there."""
