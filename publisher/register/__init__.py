"""The register: which editions exist, with all they were made of."""

from publisher.register.edition import Edition, EditionFile, FileRole, NewEdition, Relation, sound_name
from publisher.register.known import contradictions, remember
from publisher.register.register import BESIDE, Register, open_register

__all__ = [
    "BESIDE", "Edition", "EditionFile", "FileRole", "NewEdition", "Register", "Relation", "contradictions", "open_register",
    "remember", "sound_name",
]  # fmt: skip
