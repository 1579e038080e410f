"""What is shared after the rounds: how quickly, and how well."""
