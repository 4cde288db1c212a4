"""What the policy says: who we are, what we promise and agreed, what we live with."""
