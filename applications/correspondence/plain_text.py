"""The plain text of an e-mail, read off its HTML, so that both say the same.

Understands what our own e-mails are made of (headings, paragraphs, lists, tables of facts, links);
it is not a converter of foreign HTML.
"""

import textwrap
from dataclasses import dataclass
from html.parser import HTMLParser

WIDTH = 76
UNREAD = frozenset({"head", "style", "title"})
BLOCKS = frozenset({"h1", "h2", "p", "li", "tr"})
CLOSE = frozenset({"li", "tr"})
UNDERLINED = {"h1": "=", "h2": "-"}


@dataclass(frozen=True)
class Block:
    """A piece of an e-mail: the tag it stood in (h1, h2, p, li, tr; "" outside of all) and its words."""

    tag: str
    words: str


class PlainText(HTMLParser):
    """Collects the blocks of an e-mail as lines of text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.words = ""
        self.tag = ""
        self.address = ""
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, note a link's address, break a line."""
        if tag in UNREAD:
            self.unread += 1
        elif tag in BLOCKS:
            self.close_block()
            self.tag = tag
        elif tag == "td" and self.words.strip():
            self.words += ": "
        elif tag == "br":
            self.words += "\n"
        elif tag == "a":
            self.address = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        """End a block; put a link's address after its words."""
        if tag in UNREAD:
            self.unread -= 1
        elif tag in BLOCKS:
            self.close_block()
        elif tag == "a" and self.address:
            self.words += f":\n{self.address}"
            self.address = ""

    def handle_data(self, data: str) -> None:
        """Take words over, with white space as HTML reads it."""
        if not self.unread:
            joined = " ".join(data.split())
            before = " " if data[:1].isspace() and self.words and not self.words[-1].isspace() else ""
            self.words += before + joined + (" " if joined and data[-1:].isspace() else "")

    def close_block(self) -> None:
        """Put the block read so far in its place."""
        lines = [line.strip() for line in self.words.split("\n")]
        self.words, tag, self.tag = "", self.tag, ""
        if not any(lines):
            return
        self.blocks.append(Block(tag, "\n".join(lines)))


def wrapped(line: str, indent: str) -> str:
    """Return ``line`` in lines of at most WIDTH characters; an address is never broken."""
    return textwrap.fill(
        line, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def blocks_of(html: str) -> list[Block]:
    """Return the words of one of our e-mails, block by block."""
    reader = PlainText()
    reader.feed(html)
    reader.close()
    reader.close_block()
    return reader.blocks


def plain_text(html: str) -> str:
    """Return the words of one of our e-mails as plain text: rows and list items close together, a line between others."""
    text, before = "", ""
    for block in blocks_of(html):
        text += ("\n" if block.tag == before and block.tag in CLOSE else "\n\n") + written(block)
        before = block.tag
    return text.strip() + "\n"


def written(block: Block) -> str:
    """Return a block as lines of plain text: headings underlined, list items with a dash."""
    text = "\n".join(wrapped(line, "  " if block.tag == "li" else "") for line in block.words.split("\n"))
    if block.tag == "li":
        text = f"– {text.lstrip()}"
    if block.tag in UNDERLINED:
        text += "\n" + UNDERLINED[block.tag] * min(WIDTH, max(map(len, text.split("\n"))))
    return text
