"""Where everything stands: the engines that lay out, sizes, and the places of signs."""
