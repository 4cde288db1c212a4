"""What is drawn, before it has a format: boxes, lines, folding, marks, tables."""
