"""From TOML to a policy, each fault with its line."""
