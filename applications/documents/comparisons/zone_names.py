"""The names in the machine-readable zone against the answers."""

from collections.abc import Iterator, Sequence

from applications.documents.check import Comparison, DoesNotApplyError, Label, comparison
from applications.documents.given_names import are_forms_of_one_name
from applications.documents.limits import ZONE_KINDS
from applications.documents.names import ALIKE, SAME, agreement, words
from applications.documents.verdict import Outcome, Verdict, Words


@comparison(
    "zone-names",
    version="2",
    kinds=ZONE_KINDS,
    needs=("missing-zone",),
    label=Label("Név az okmányban", "Name in the document"),
    words={
        "names-agree": Words(
            hu="Az okmányban lévő név egyezik azzal, amit megadott.",
            en="The name in the document agrees with your answers.",
            staff_hu="A név egyezik",
            staff_en="Name agrees",
        ),
        "names-spelled-otherwise": Words(
            hu="Az okmányban a név más helyesírással áll ({printed}), mint ahogyan megadta ({answered}). Ha így használja "
            "a nevét, nincs teendője.",
            en="The document spells the name differently ({printed}) from your answer ({answered}). If this is how you "
            "use your name, you need not do anything.",
            staff_hu="Más helyesírás: {printed} / {answered}",
            staff_en="Spelled differently: {printed} / {answered}",
        ),
        "names-national-form": Words(
            hu="Az okmányban a név nemzeti alakban áll ({printed}); Ön így adta meg: {answered}. A két utónév egymás ismert "
            "megfelelője, ezért nincs teendője.",
            en="The document shows the name in another language’s form ({printed}); you gave {answered}. The two given "
            "names are known forms of one name, so you need not do anything.",
            staff_hu="Nemzeti névalak: {printed} / {answered}",
            staff_en="National form of the name: {printed} / {answered}",
        ),
        "names-differ": Words(
            hu="Az okmányban más név áll ({printed}), mint amit megadott ({answered}). Kérjük, nézze meg, jól írta-e be, "
            "és a megfelelő iratot töltötte-e fel; ha megváltozott a neve, töltse fel az erről szóló iratot is.",
            en="The document shows another name ({printed}) than your answer ({answered}). Please see whether you typed "
            "it correctly and uploaded the right paper; if your name has changed, also upload the paper about this.",
            staff_hu="Eltérő név: {printed} / {answered}",
            staff_en="Name differs: {printed} / {answered}",
        ),
    },
)
def zone_names(compared: Comparison) -> Iterator[Verdict]:
    """Family and given names, each against every name the answers give; an unreadable name is not compared."""
    zone, expected = compared.paper.mrz, compared.expected
    if zone is None or "names" in zone.faults or not (expected.family_names and expected.given_names):
        raise DoesNotApplyError
    printed = (zone.fields.get("family_names", ""), zone.fields.get("given_names", ""))
    cut_off = any(not line.endswith("<") for line in zone.lines if "<<" in line[5:])
    family, answered_family = _best(expected.family_names, printed[0], cut_off=cut_off)
    given, answered_given = _best(expected.given_names, printed[1], cut_off=cut_off)
    args = {"printed": " ".join(printed).strip(), "answered": f"{answered_family} {answered_given}"}
    where = compared.paper.zone_evidence
    near = min(family, given)
    if near >= SAME:
        yield Verdict("names-agree", Outcome.ACCEPT, {}, where)
    elif near >= ALIKE:
        yield Verdict("names-spelled-otherwise", Outcome.ACCEPT, args, where)
    elif family >= ALIKE and _is_national_form(expected.given_names, printed[1]):
        yield Verdict("names-national-form", Outcome.ACCEPT, args, where)
    else:
        yield Verdict("names-differ", Outcome.REVIEW, args, where)


def _best(answers: Sequence[str], printed: str, *, cut_off: bool) -> tuple[float, str]:
    return max((agreement(answer, printed, cut_off=cut_off), answer) for answer in answers)


def _is_national_form(answers: Sequence[str], printed: str) -> bool:
    """Whether the first printed given name is a known form of a given name that was answered."""
    first = words(printed)[:1]
    return (
        any(are_forms_of_one_name(word, first[0]) for answer in answers for word in words(answer)) if first else False
    )
