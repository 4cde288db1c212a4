"""Words of published lists: names of vendors, places, services."""
