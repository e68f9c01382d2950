"""JSON Schemas for the record and the language files.

For editors that complete and check while one types.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from publisher.model.document import Language
from publisher.model.record import Record
from publisher.model.workspace import shipped
from publisher.read.layout import kinds_in, profiles_in

_TITLES: dict[str, tuple[type[BaseModel], str]] = {
    "record": (Record, "record.yaml: the facts of a document, in no language"),
    "language": (Language, "a language file such as zh.yaml: the words of a document"),
}


def schema() -> dict[str, dict[str, Any]]:
    """The JSON Schemas (draft 2020-12) by name: `record`, `language`."""
    return {name: schema_of(shape, title) for name, (shape, title) in _TITLES.items()}


def schema_of(shape: type[BaseModel], title: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file, without what nobody writes."""
    generated = shape.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    shipped_names = {"kind": kinds_in, "profile": profiles_in}
    for key, known in (
        shipped_names.items() if shape is Record else ()
    ):  # an editor completes these, others may be added
        generated["properties"][key]["anyOf"] = [
            {"enum": known((shipped("templates"),))}, {"pattern": generated["properties"][key].pop("pattern")},
        ]  # fmt: skip
    if "Table" in generated["$defs"]:  # the reader takes the columns from the head of a CSV or XLSX file
        generated["$defs"]["Table"]["required"].remove("columns")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_cleaned(generated), "title": title}


def _cleaned(node: Any) -> Any:
    """Leave out what an editor does not write: places, generated titles, names of pydantic's own."""
    if isinstance(node, list):
        return [_cleaned(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    if len(branches := [one for one in node.get("anyOf", []) if one != {"type": "null"}]) == 1:
        node = {**{key: value for key, value in node.items() if key not in ("anyOf", "default")}, **branches[0]}
    kept = {}
    for key, value in node.items():
        if key == "discriminator" or (key == "title" and isinstance(value, str)):
            continue
        if key in ("properties", "$defs"):
            kept[key] = {
                name: _cleaned(entry) for name, entry in value.items() if not _internal(entry) and name != "Position"
            }
        else:
            kept[key] = _cleaned(value)
    return kept


def _internal(entry: Any) -> bool:
    return isinstance(entry, dict) and bool(entry.get("x-internal"))
