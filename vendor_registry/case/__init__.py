"""A case: the registry and the policy as they stand on one day; what every rule, document and picture is given."""
