"""What commands say to their reader, in the reader's language."""

from publisher.speech.phrases import phrase, usage
from publisher.speech.speaking import ASKED, DEFAULT, chosen, fitting, gist, said, speak, speaking, spoken

__all__ = [
    "ASKED", "DEFAULT", "chosen", "fitting", "gist", "phrase", "said", "speak", "speaking", "spoken", "usage",
]  # fmt: skip
