"""An author's YAML as it stands in the file, and changes to it.

They leave every other byte alone.
"""

from publisher.manuscript.changes import (
    Change,
    after,
    deleted,
    entered,
    moved,
    named,
    refilled,
    reworded,
)
from publisher.manuscript.scalars import Unwritable, scalar
from publisher.manuscript.tree import (
    BYTE_ORDER_MARK,
    Node,
    Path,
    Tree,
    entry_of,
    node_at,
    node_of,
    offset_of,
    read_tree,
)

__all__ = [
    "BYTE_ORDER_MARK",
    "Change", "Node", "Path", "Tree", "Unwritable", "after", "deleted", "entered", "entry_of", "moved", "named", "node_at",
    "node_of", "offset_of", "read_tree", "refilled", "reworded", "scalar",
]  # fmt: skip
