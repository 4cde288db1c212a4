"""Tests of `vendor_registry/use_cases`."""
