"""From the resolved document to the files people read: one semantic page, a writer for each format."""
