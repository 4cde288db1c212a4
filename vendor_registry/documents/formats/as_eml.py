"""A letter as an e-mail that a mail program opens, ready to send (RFC 5322): plain text, and the same as HTML.

Nothing is sent. The same letter gives the same bytes: its date is the day it speaks of, and what mail programs make up
otherwise (Message-ID, boundary) is a digest of it.
"""

import hashlib
import re
from datetime import UTC, datetime, time
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Any

from vendor_registry.documents.document import Document
from vendor_registry.documents.formats.as_html import as_html
from vendor_registry.documents.formats.as_text import as_text
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.visible import visible

_ADDRESS = re.compile(
    r"(?<![\w.+@-])([A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*)@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(?![\w@-])"
)
_LONGEST = 200  # characters of a name or a subject
_NOON = time(12, tzinfo=UTC)  # the same day nearly everywhere


class _Mail(EmailPolicy):
    """As SMTP wants it, with a sender and a subject that are read as they were written.

    Where Python folds a text beside an encoded word, a blank too many is read. What is not ASCII is encoded as a whole
    here (RFC 2047), in as many words as it takes.
    """

    def fold(self, name: str, value: Any) -> str:
        if name == "Subject" and not str(value).isascii():
            return f"{name}: {self._encoded(name, str(value))}{self.linesep}"
        if name == "From" and not value.addresses[0].display_name.isascii():
            who = value.addresses[0]
            return f"{name}: {self._encoded(name, who.display_name)}{self.linesep} <{who.addr_spec}>{self.linesep}"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: Any) -> bytes:
        return self.fold(name, value).encode("ascii")

    def _encoded(self, name: str, text: str) -> str:
        return Header(text, "utf-8", header_name=name).encode(linesep=self.linesep)


_MAIL = _Mail(linesep="\r\n")


def as_eml(document: Document) -> bytes:
    """The message, with CRLF at the end of lines.

    Without an e-mail address of the recipient it has no To. Raises UsageError where the sender has none.
    """
    message, text, html = EmailMessage(policy=_MAIL), as_text(document), as_html(document)
    digest = hashlib.sha256(b"%b\0%b\0%b" % (document.recipient.encode("utf-8", "replace"), text, html)).hexdigest()[
        :32
    ]
    sender = addresses(document.author, document.sender)
    if not sender:
        raise UsageError(
            "A message needs a sender: write an e-mail address into contact of [company] of the policy, "
            "or choose another format."
        )
    message["Date"] = datetime.combine(document.day, _NOON)
    message["From"] = sender[0]
    if to := addresses("", document.recipient):
        message["To"] = to
    message["Subject"] = _plain(document.title)
    message["Message-ID"] = f"<{digest}@{sender[0].domain}>"
    message["X-Unsent"] = "1"  # mail programs open it as a draft
    message.set_content(text.decode(), cte="base64")
    message.add_alternative(html.decode(), subtype="html", cte="base64")
    message["Content-Language"] = document.language
    message.set_boundary(f"={digest}=")
    return message.as_bytes()


def addresses(name: str, written: str) -> tuple[Address, ...]:
    """The e-mail addresses in a text, which may be a postal address or a person with both; each once."""
    found = dict.fromkeys(match.groups() for match in _ADDRESS.finditer(written))
    return tuple(Address(_plain(name), username, domain) for username, domain in found)


def _plain(text: str) -> str:
    """For a header: one line, nothing that a mail program obeys."""
    return visible(" ".join(text.split()))[:_LONGEST]
