"""One question to the law, or a table of them."""
