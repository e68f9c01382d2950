"""What the stages pass to each other: plain, immutable types."""
