"""Where to begin: the cells whose filling or mending settles most findings."""
