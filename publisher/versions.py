"""One document in two languages: what its versions must have in common, and how they stand side by side."""
