"""What the stages pass to each other: plain, immutable types without behaviour of their own."""
