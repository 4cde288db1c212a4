"""Commands that begin, bring in, put in order and show the register."""
