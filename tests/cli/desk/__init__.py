"""Tests of `vendor_registry/cli/desk`."""
