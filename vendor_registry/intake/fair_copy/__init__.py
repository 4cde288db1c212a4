"""A sheet written anew: columns in our order and by our names, codes for words, days as ISO 8601 has them."""
