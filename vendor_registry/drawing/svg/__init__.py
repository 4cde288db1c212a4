"""The parts of a picture as SVG, drawn by hand."""
