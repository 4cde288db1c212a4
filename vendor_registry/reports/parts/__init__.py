"""What reports share: chains in words, counts, texts made harmless."""
