"""The reference of keys is that of the models: each key of each file is told, and shown in an example that is read."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from publisher.handbook.keys import FILES, example_name, examples, keys_of, shapes
from publisher.model.words import Part
from publisher.read.tree import parse


def _models(root: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The models of a file by name."""
    found: dict[str, type[BaseModel]] = {}
    waiting: list[Any] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, Part):
            if one.__name__ not in found:
                found[one.__name__] = one
                waiting += [field.annotation for field in one.model_fields.values()]
        else:
            waiting += list(getattr(one, "__args__", ())) + ([one.__value__] if hasattr(one, "__value__") else [])
    return found


@pytest.mark.parametrize("file", FILES)
def test_every_key_is_told_and_shown(file: str) -> None:
    models = _models(FILES[file][0])
    assert set(shapes(file)) == set(models)
    assert not set(shapes(file)) - {name.removeprefix("Profile") or name for name in examples()} - {file}, (
        "add an example of each new model to publisher/handbook/examples.yaml"
    )
    told = keys_of(file)
    for name, shape in shapes(file).items():
        shown = [parse(text, "example")[0] for text in examples()[example_name(file, name)]]
        missing = set(shape["properties"]) - {key for one in shown for key in one}
        assert not missing, f"{name}: add an example of {missing} to publisher/handbook/examples.yaml"
        for key, value in shape["properties"].items():
            assert value.get("description"), f"{name}.{key} says nothing of itself"
            assert f"| `{key}`" in told
        for one in shown:
            TypeAdapter(models[name]).validate_python(one)


def test_no_example_is_left_over() -> None:
    wanted = {example_name(file, name) for file in FILES for name in shapes(file)}
    assert set(examples()) == wanted
