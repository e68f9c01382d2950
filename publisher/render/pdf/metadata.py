"""Says in the metadata that the file is PDF/UA-1 and PDF/A-3a.

WeasyPrint can say one of the two.
"""

from __future__ import annotations

from typing import Any

ACCESSIBLE = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
    # ISO 19005-3, 6.6.2.3: a property that PDF/A does not know has to be described.
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    b'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def declare_accessible(document: Any, pdf: Any) -> None:
    """Add PDF/UA-1 to the metadata of `pdf`, stored uncompressed.

    For readers that do not unpack it.
    """
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    stream.stream = [b"".join(stream.stream).replace(b"</rdf:RDF>", ACCESSIBLE + b"</rdf:RDF>")]
    stream.compress = False
