"""How fast a gathering comes back from its log, and how much memory its people take."""
