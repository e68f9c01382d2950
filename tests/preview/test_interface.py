"""The words of the page itself: the same in six languages, nothing left in English, chosen as a reader expects."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import babel
import pytest

from publisher.failures import BadRequest, Worded
from publisher.manuscript import Unwritable
from publisher.preview.interface import accepted, first_spoken, interface_of, page_in, refusal_in, spoken

PUBLISHER = Path(__file__).parents[2] / "publisher"
STATIC = PUBLISHER / "preview" / "static"
PLACES = re.compile(r"\{(\w+)\}")
OTHERS = [language for language in spoken() if language != "en"]
SAME = frozenset(  # what may read as in English: names, keys of the keyboard, words that two languages share
    [
        "view-word",
        "view-html",
        "mode-entry",
        "counts",
        "where",
        "key-arrows",
        "key-enter",
        "key-save",
        "key-leave",
        "key-finding",
        "key-search",
        "key-zoom",
        "key-undo",
        "key-round",
        "key-help",
        "save-tip",
        "view-pages",
        "pages",
        "page",
        "page-short",
        "error",
        "role-total",
        "role-figure",
    ]
)


def test_it_speaks_the_six_languages() -> None:
    """Each under its own name, which is CLDR's."""
    assert sorted(spoken()) == ["ar", "en", "es", "fr", "ru", "zh"]
    for code, name in spoken().items():
        assert name.casefold() == str(babel.Locale(code).get_display_name(code)).casefold()
        assert interface_of(code)["direction"] == babel.Locale(code).text_direction


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_is_said_in_every_language(language: str) -> None:
    """The same keys, the same values in each, none empty, none left as it is in English but names and keys."""
    english, other = interface_of("en"), interface_of(language)
    for part in ("words", "editor"):
        assert list(other[part]) == list(english[part])
        for key, said in english[part].items():
            forms = other[part][key]
            if isinstance(said, dict):
                assert set(forms) == {*babel.Locale(language).plural_form.tags, "other"}, key
                said = said["other"]
            for form in forms.values() if isinstance(forms, dict) else [forms]:
                assert form.strip()
                left = set(PLACES.findall(said)) - set(PLACES.findall(form))
                assert left <= ({"count"} if isinstance(forms, dict) else set()), key  # “one error” needs no figure
                assert set(PLACES.findall(form)) <= set(PLACES.findall(said)), key
                assert form.count("$") == said.count("$")
    alike = [key for key, said in english["words"].items() if said == other["words"][key]]
    assert set(alike) - SAME == set()


def _sentences() -> Iterator[str]:
    """Every sentence that the preview refuses with, as it stands in the program."""
    for path in (*PUBLISHER.glob("preview/*.py"), *PUBLISHER.glob("manuscript/*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""
            if name in ("NoEntry", "Unwritable"):
                said = call.args[0]
            elif name == "View" and any(one.arg == "message" for one in call.keywords):
                said = next(one.value for one in call.keywords if one.arg == "message")
            else:
                continue
            if isinstance(said, ast.Constant):
                yield str(said.value)
            else:
                assert ast.unparse(said) == "str(failure)", f"{path}:{call.lineno} cannot be said in other words"


@pytest.mark.parametrize("language", OTHERS)
def test_every_refusal_is_said_in_every_language(language: str) -> None:
    """Each sentence of the program has its words, with the same values; no words are for a sentence that is gone."""
    wanted = {*_sentences(), *(refused.sentence for refused in _own_sentences())}
    known = interface_of(language)["refusals"]
    assert set(known) == wanted
    for sentence, said in known.items():
        assert sorted(PLACES.findall(said)) == sorted(PLACES.findall(sentence))


def _own_sentences() -> tuple[Worded, ...]:
    """Refusals that bring their own sentence."""
    from publisher.preview.editing import Conflict, NotYaml

    return Conflict("theirs", "mine"), NotYaml("en.yaml", 7)


def test_a_refusal_is_said_in_the_language_of_the_page() -> None:
    """With its values; what comes from elsewhere stays as it is."""
    refused = Unwritable("there is “{key}” already", key="note-{1}")
    assert str(refused) == "there is “note-{1}” already"
    assert refusal_in("fr", refused) == "« note-{1} » existe déjà"
    assert refusal_in("en", refused) == str(refused)
    assert refusal_in("ru", BadRequest("no {such} thing")) == "no {such} thing"


@pytest.mark.parametrize(
    ("chosen", "header", "expected"),
    [
        ("", "fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("", "de, zh-Hant-TW;q=0.5, ar;q=0.7", "ar"),
        ("ru", "fr", "ru"),
        ("xx", "es-419", "es"),
        ("", "de", "en"),
        ("", "", "en"),
        ("", "*;q=x,;q=,\u00e9", "en"),
    ],
)
def test_the_language_is_the_one_that_is_wanted_most(chosen: str, header: str, expected: str) -> None:
    """What was chosen, then what the browser asks for, then English; nonsense is passed over."""
    assert first_spoken((chosen, *accepted(header))) == expected


class _Words(HTMLParser):
    """Collects what a reader reads or hears of a page, apart from scripts and the names of languages."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given.get("lang", "")))
        self.found += [given[name] for name in ("aria-label", "title", "alt", "placeholder") if given.get(name)]

    def handle_data(self, data: str) -> None:
        tag, language = self.tags[-1] if self.tags else ("", "")
        if tag != "script" and not (tag == "option" and language) and data.strip():
            self.found.append(data.strip())


@pytest.mark.parametrize("language", list(spoken()))
def test_the_page_holds_no_words_of_its_own(language: str) -> None:
    """Every word of the HTML comes from the file of its language, and none is missing."""
    words = _Words()
    words.feed(page_in((STATIC / "index.html").read_text(encoding="utf-8"), language, True, "nonce"))
    known = {said for said in interface_of(language)["words"].values() if isinstance(said, str)}
    signs = {"…", "–", "−", "+", "?", "▲", "▼", "100 %"}
    assert set(words.found) - known - signs == set()


def test_scripts_say_only_what_the_files_hold() -> None:
    """Every key a script asks for is there, every key that is there is used, and no script holds words of its own."""
    words = interface_of("en")["words"]
    scripts = {path.name: path.read_text(encoding="utf-8") for path in STATIC.glob("*.js") if path.name != "editor.js"}
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    used = set(re.findall(r"\{\{([\w-]+)\}\}", page))
    for name, text in scripts.items():
        code = re.sub(r"^\s*//.*$|\s//\s.*$", "", text, flags=re.MULTILINE)
        used |= {key for key in re.findall(r'"([\w-]+)"', code) if key in words}
        used |= {key for start in re.findall(r"`([\w-]+-)\$\{", code) for key in words if key.startswith(start)}
        for key in re.findall(r'inWords\("([\w-]+)"', code):
            assert key in words, f"{name} asks for “{key}”"
        strings = re.findall(
            r'(?:textContent|title|alt|label): "([^"]+)"|setAttribute\("aria-[a-z]+", "([^"]+)"\)', code
        )
        spoken_here = [
            said
            for pair in strings
            for said in pair
            if re.search("[A-Za-z]{2}", said) and said not in ("dialog-title", "true")
        ]
        assert spoken_here == [], name
    assert set(words) - used == set()
