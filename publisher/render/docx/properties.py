"""What the file says of itself: core and custom properties.

Custom ones are symbol, edition, language and parent.
"""

from __future__ import annotations

import datetime
from typing import Any

from lxml import etree

from publisher.model.resolved import Properties

CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
FORMAT_IDENTIFIER = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of every user-defined property (22.3.2.1)


def write_properties(document: Any, properties: Properties) -> None:
    """Set the core and custom properties of `document`.

    Its dates are the document's own date.
    """
    core = document.core_properties
    day = datetime.datetime.combine(properties.date, datetime.time())
    said = {
        "title": properties.title,
        "subject": properties.subject,
        "creator": properties.author,
        "lastModifiedBy": properties.author,
        "keywords": ", ".join(properties.keywords),
        "language": properties.language,
        "identifier": properties.symbol,
        "version": properties.edition,
    }
    for name, value in said.items():  # not through python-docx, which takes no more than 255 characters
        core._element._get_or_add(name).text = value
    core.created = core.modified = day
    core.revision = 1
    facts = {
        "Symbol": properties.symbol,
        "Edition": properties.edition,
        "Language": properties.language,
        "Parent": properties.parent or "",
    }
    _add_custom(document, {name: value for name, value in facts.items() if value})


def _add_custom(document: Any, facts: dict[str, str]) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    root = etree.Element(f"{{{CUSTOM}}}Properties", nsmap={None: CUSTOM, "vt": TYPES})
    for number, (name, value) in enumerate(facts.items(), start=2):
        entry = etree.SubElement(root, f"{{{CUSTOM}}}property", fmtid=FORMAT_IDENTIFIER, pid=str(number), name=name)
        etree.SubElement(entry, f"{{{TYPES}}}lpwstr").text = value
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    package = document.part.package
    package.relate_to(Part(PackURI("/docProps/custom.xml"), CUSTOM_TYPE, data, package), CUSTOM_RELATION)
