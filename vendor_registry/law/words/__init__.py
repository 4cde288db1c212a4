"""What the words of a mechanism cell claim."""
