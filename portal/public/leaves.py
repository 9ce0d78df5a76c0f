"""The pages of a file as their owner turns and cuts them; what is not drawn yet, the browser shows from the whole page."""

from dataclasses import dataclass

from applications.documents.examination import Page, examination_from_json
from applications.documents.framing import QUARTERS, Framing
from applications.documents.models import CheckedFile
from applications.documents.trimming import brought_pages, framing_of


@dataclass(frozen=True)
class Leaf:
    """A page: the picture of it as brought (pixels), how it is framed, and whether it is drawn so already."""

    page: Page
    framing: Framing
    is_drawn: bool

    @property
    def number(self) -> int:
        """Its number in the file, from 1."""
        return self.page.number

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody turned or cut it."""
        return self.framing != Framing(self.page.turned)

    @property
    def left(self) -> int:
        """The quarter turns it has after one more to the left."""
        return (self.framing.turns + 1) % QUARTERS

    @property
    def right(self) -> int:
        """The quarter turns it has after one more to the right."""
        return (self.framing.turns - 1) % QUARTERS

    @property
    def more_turns(self) -> int:
        """Quarter turns to the left from the picture as it is drawn when nobody turned it."""
        return (self.framing.turns - self.page.turned) % QUARTERS

    @property
    def width(self) -> int:
        """Width of the whole page as turned."""
        return self.page.height if self.more_turns % 2 else self.page.width

    @property
    def height(self) -> int:
        """Height of the whole page as turned."""
        return self.page.width if self.more_turns % 2 else self.page.height

    @property
    def matrix(self) -> str:
        """What turns the picture, as SVG writes it."""
        width, height = self.page.width, self.page.height
        return (
            "",
            f"matrix(0 -1 1 0 0 {width})",
            f"matrix(-1 0 0 -1 {width} {height})",
            f"matrix(0 1 -1 0 {height} 0)",
        )[self.more_turns]

    @property
    def kept(self) -> tuple[int, int, int, int]:
        """What is kept of the turned page: left, top, right, bottom in pixels."""
        left, top, right, bottom = self.framing.shares
        return (
            round(left * self.width),
            round(top * self.height),
            round(right * self.width),
            round(bottom * self.height),
        )

    @property
    def view(self) -> str:
        """What is kept of the turned page, as SVG's viewBox."""
        left, top, right, bottom = self.kept
        return f"{left} {top} {right - left} {bottom - top}"

    @property
    def cut_off(self) -> str:
        """The outline of what is left away, as SVG's path: the page with a hole in it."""
        left, top, right, bottom = self.kept
        return f"M0 0H{self.width}V{self.height}H0ZM{left} {top}V{bottom}H{right}V{top}Z"


def leaves_of(checked: CheckedFile) -> list[Leaf]:
    """Return the pages of a file; none where it was not drawn as it was brought (yet)."""
    pages = brought_pages(checked)
    drawn = {page.number for page in examination_from_json(checked.examination).pages} if checked.examination else set()
    return [Leaf(page, framing_of(checked, page), number in drawn) for number, page in pages.items()]
