"""What another list and the register say of each other, as text, JSON and CSV."""
