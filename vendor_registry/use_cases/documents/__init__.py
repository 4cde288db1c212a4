"""Papers: annexes, records, packs for customers, and whether they still follow from the register."""
