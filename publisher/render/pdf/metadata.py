"""Says in the metadata that the file is PDF/UA-1 as well as PDF/A-3a: WeasyPrint can say one of the two."""

from __future__ import annotations

from typing import Any

ACCESSIBLE = (
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
    # ISO 19005-3, 6.6.2.3: a property that PDF/A does not know has to be described.
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
).encode()


def declare_accessible(document: Any, pdf: Any) -> None:
    """Add PDF/UA-1 to the metadata of `pdf`, which is stored uncompressed for readers that do not unpack it."""
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    stream.stream = [b"".join(stream.stream).replace(b"</rdf:RDF>", ACCESSIBLE + b"</rdf:RDF>")]
    stream.compress = False
