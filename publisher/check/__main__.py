"""Writes the page of all rules, `RULES.md`.

`python -m publisher.check > publisher/check/RULES.md`.
"""

import sys

from publisher.check.explain import rules_page

sys.stdout.write(rules_page())
