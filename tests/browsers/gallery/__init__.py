"""Every screen in every state and look: pictures to look at, and axe, a ruler and a finger to find fault."""
