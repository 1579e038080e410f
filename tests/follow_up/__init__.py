"""What two people take further."""
