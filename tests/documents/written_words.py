"""Pages of words as a reader of text would report them, from rows written down in tests."""

from applications.documents.examination import Word

LETTER = 0.0105
HEIGHT = 0.012
ROW = 0.024
COLUMN = 0.4


def words_of(*rows: str, page: int = 1, top: float = 0.05) -> list[Word]:
    """One page. A row that begins with `#` is a title in large print; ` | ` goes to the next column; `` leaves a gap.

    Columns are lines of their own, as readers of text report them.
    """
    words: list[Word] = []
    line = 0
    for number, row in enumerate(rows):
        size = 1.8 if row.startswith("#") else 1.0
        for column, text in enumerate(row.removeprefix("# ").split(" | ")):
            line += 1
            left = 0.08 + column * COLUMN
            for part in text.split():
                right = left + len(part) * LETTER * size
                upper = top + number * ROW
                words.append(Word(part, page, line, (left, upper, right, upper + HEIGHT * size), 90))
                left = right + LETTER
    return words
