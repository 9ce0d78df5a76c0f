"""What was answered about one person, read by page and field; every answer the facts rest on is named here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Pages = Mapping[tuple[int, str], Mapping[str, object]]
"""Saved pages by (person, step)."""

READS: Mapping[str, tuple[str, ...]] = {
    "birth-name": ("same", "birth_family_name", "birth_given_name"),
    "former-names": ("any",),
    "former-name-list": ("items.family_name", "items.given_name"),
    "nationalities": ("items.country", "items.since", "items.by"),
    "former-nationalities": ("any",),
    "former-nationality-list": ("items.country", "items.since", "items.by", "items.until", "items.ended_by"),
    "hungarian-before": ("citizen",),
    "hungarian-before-details": ("since", "by", "until", "ended_by"),
    "document": ("number",),
    "marital-status": ("status",),
    "marriages": ("number",),
    "spouse-name": ("birth_family_name", "birth_given_name"),
    "spouse-nationality": ("items.country",),
    "adoption": ("adopted", "on", "father_name", "mother_name", "by_citizen"),
    "ancestor-name": ("later_name",),
    "ancestor-hungarian": ("citizen",),
    "ancestor-nationality": ("other", "items.country"),
    "ancestor-citizenship": ("by", "since", "ended", "until", "ended_by"),
    "ancestor-left": ("left", "on", "country"),
    "ancestor-domicile": ("known", "place"),
    "ancestor-parents-marriage": ("married", "on", "mother_otherwise"),
    "parents-marriage": ("married", "on", "mother_otherwise"),
    "origin": ("relies",),
    "hungarian": ("level",),
    "capacity": ("capacity",),
    "convictions": ("any",),
    "conviction-list": ("items.spent",),
    "proceedings": ("hungary", "abroad"),
    "child-nationalities": ("items.country", "items.since", "items.by"),
    "child-document": ("kind", "number"),
    "child-parents-married": ("married",),
    "child-custody": ("holder",),
    "child-consent": ("how",),
    "child-hungarian": ("level",),
    "child-record": ("convicted", "proceedings"),
}
"""Pages of the form and their fields (``items.`` for those of a repeating page). Start-up checks that they exist."""

OF_THE_LINE = frozenset(
    (
        "nationalities",
        "former-nationalities",
        "former-nationality-list",
        "hungarian-before",
        "hungarian-before-details",
        "marital-status",
        "marriages",
        "spouse-nationality",
        "adoption",
        "ancestor-hungarian",
        "ancestor-nationality",
        "ancestor-citizenship",
        "ancestor-left",
        "ancestor-domicile",
        "ancestor-parents-marriage",
        "parents-marriage",
        "origin",
        "child-nationalities",
        "child-parents-married",
    )
)
"""The pages on which the facts of the line rest (facts.line_facts), beside the persons' own rows."""


@dataclass(frozen=True)
class Told:
    """The answers about one person; reading one that READS does not name is an error of the program."""

    person: int
    pages: Pages

    def has(self, step: str) -> bool:
        """Whether a page was saved."""
        return (self.person, step) in self.pages

    def said(self, step: str, name: str) -> object:
        """Return an answer, or None; raises KeyError for one that READS does not name."""
        if name not in READS[step]:
            raise KeyError(f"{step}.{name}")
        return self.pages.get((self.person, step), {}).get(name)

    def text(self, step: str, name: str) -> str:
        """Return an answer as a text, empty where there is none."""
        return str(self.said(step, name) or "")

    def items(self, step: str) -> Iterator[Mapping[str, str]]:
        """Yield the items of a repeating page, empty answers as empty texts; only the fields that READS names."""
        names = [name.removeprefix("items.") for name in READS[step] if name.startswith("items.")]
        items = self.pages.get((self.person, step), {}).get("items")
        for item in items if isinstance(items, list) else ():
            yield {name: str(item.get(name) or "") for name in names}
