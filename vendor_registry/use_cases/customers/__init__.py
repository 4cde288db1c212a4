"""What customers are told: notices, days, feed and page."""
