"""Changes to a sheet that people keep: the bytes of the cells concerned change, and no other."""
