"""What several rules look at together: arrivals, crossings, transfers by row, what waivers set aside."""
