"""How right the checker is about real text: a measure on issued documents, and what was judged of its findings."""
