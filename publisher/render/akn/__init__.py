"""The document as AKN4UN, the XML of Akoma Ntoso (FORMS §3).

As the United Nations exchange it between machines.
"""

from publisher.render.akn.writer import write_akn

__all__ = ["write_akn"]
