"""Commands that write papers, and the one that verifies them."""
