"""The commands and what `--help` says of them."""

from __future__ import annotations

import typer

from publisher.cli.annexing import annexes
from publisher.cli.asking import doctor, explain, schema
from publisher.cli.batching import batch, why
from publisher.cli.building import build, check, verify
from publisher.cli.comparing import redline
from publisher.cli.issuing import addendum, corrigendum, issue, register, reissue, revision
from publisher.cli.languages import concordance, translated
from publisher.cli.starting import new

EXIT_CODES = """
**Exit codes**: 0 all is well · 1 a finding is an error · 2 the request makes no sense · 3 something is not installed ·
4 cannot write · 5 the register cannot be used · 70 a fault of the program itself.
"""

app = typer.Typer(
    name="publisher",
    help="Write official documents in Word, PDF and HTML from data, and prove that all three say the same.\n\n"
    "A document is a folder: `record.yaml` holds its facts, `zh.yaml`, `en.yaml` … the words of each language.\n\n"
    "    publisher build data/HSP-HA.2-16        # all languages, Word, PDF and HTML, into build/HSP-HA.2-16/\n\n"
    "    publisher check data/HSP-HA.2-16        # only look for faults: fast, writes nothing\n\n"
    "    publisher explain FN101                 # what a code means and what to do\n\n" + EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    add_completion=False,
)

app.command(rich_help_panel="Documents")(new)
app.command(rich_help_panel="Documents")(build)
app.command(rich_help_panel="Documents")(batch)
app.command(rich_help_panel="Documents")(annexes)
app.command(rich_help_panel="Documents")(check)
app.command(rich_help_panel="Documents")(verify)
app.command(rich_help_panel="Documents")(why)
app.command(rich_help_panel="Languages")(translated)
app.command(rich_help_panel="Languages")(concordance)
for command in (issue, register, reissue, corrigendum, revision, addendum, redline):
    app.command(rich_help_panel="Issue and correct")(command)
app.command(rich_help_panel="Help")(schema)
app.command(rich_help_panel="Help")(explain)
app.command(rich_help_panel="Help")(doctor)
