"""YAML as the tests of deploy/ read it: strict, because a key that stands twice hides the first."""

from __future__ import annotations

from typing import Any

import yaml


class _Strict(yaml.SafeLoader):
    """Refuses a key that stands twice in one mapping."""


def _mapping(loader: _Strict, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
    keys = [k.value for k, _ in node.value if k.tag != "tag:yaml.org,2002:merge"]
    for key in keys:
        if keys.count(key) > 1:
            raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} stands twice", node.start_mark)
    loader.flatten_mapping(node)
    return {loader.construct_object(k, deep=True): loader.construct_object(v, deep=True) for k, v in node.value}


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_all(text: str) -> list[dict[str, Any]]:
    """Every document of a YAML text that is not empty."""
    loader = _Strict(text)
    documents: list[dict[str, Any]] = []
    try:
        while loader.check_data():
            document = loader.get_data()
            if document is not None:
                documents.append(document)
    finally:
        loader.dispose()
    return documents
