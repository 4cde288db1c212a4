"""What differs between two registers, and what follows from it: for the differences people read, and for notices."""
