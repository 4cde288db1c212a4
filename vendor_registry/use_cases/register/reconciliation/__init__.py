"""Another list held against the register: whom it names that has no row, who is in other places, under other names."""
