"""What a register keeps and breaks, why, and what would mend it."""
