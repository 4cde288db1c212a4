"""Commands of what customers are told, and of what they answer."""
