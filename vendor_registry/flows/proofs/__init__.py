"""What proves that data gets to a node: chain, routes, cut, and the replay of it."""
