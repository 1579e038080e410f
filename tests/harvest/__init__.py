"""What the conversations leave behind, together."""
