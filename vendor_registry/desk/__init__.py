"""The desk: the register in a browser, for who does not live in a terminal, and as an API for programs."""
