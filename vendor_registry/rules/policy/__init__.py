"""Types of rules that a policy sets up."""
