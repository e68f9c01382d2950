"""The document as the United Nations exchange it between machines: AKN4UN, the XML of Akoma Ntoso (FORMS §3)."""

from publisher.render.akn.writer import write_akn

__all__ = ["write_akn"]
