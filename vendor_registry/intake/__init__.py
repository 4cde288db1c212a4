"""What people hand in: sheets and the policy, read with all faults at once."""
