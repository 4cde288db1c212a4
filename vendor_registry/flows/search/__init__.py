"""How far labels get: two engines for one search, and where labels start."""
