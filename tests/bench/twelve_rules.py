"""The twelve conditions of the benchmark as a law of their own, by the same decorators as the real one."""

from datetime import timedelta

from rules import Law
from rules.case import Case
from rules.dates import years_after
from rules.logic import Finding, met, not_met, officer
from rules.parameters import PARAMETERS
from rules.rule import ALWAYS, Book, route, rule, writing
from rules.words import Day, say
from tests.bench import twelve
from tests.bench.twelve import DAY, LONGEST_AGO, SMALLEST_GAP, Line, recorded, was_citizen

BOOK = Book()
CITES = ("A benchmark",)


def ancestors(case: Case) -> Line:
    """The line of the applicant, found once for a case."""
    return case.once(_line)


def _line(case: Case) -> Line:
    return twelve.line(case.facts)


with writing(BOOK):

    @rule("r01", title="Of age, or a guardian consents", cites=CITES, proof=("birth_certificate", "parental_consent"))
    def of_age(case: Case) -> Finding:
        """Eighteen, or with the consent of a guardian."""
        me = case.applicant
        if me.born.on is not None and years_after(me.born.on.last, 18) <= DAY:
            return met(say("Of age"), case.path("born.on"))
        if me.consent_of:
            return met(say("A guardian consents"), case.path("born.on"), case.path("consent_of"))
        return not_met(say("Not of age, and nobody consents"), case.path("born.on"), case.path("consent_of"))

    @rule("r02", title="Three to five ancestors", cites=CITES)
    def enough_ancestors(case: Case) -> Finding:
        """Three to five ancestors are given."""
        number = len(ancestors(case))
        reason = say("{number} ancestors are given", number=number)
        return met(reason, case.path("parents")) if 3 <= number <= 5 else not_met(reason, case.path("parents"))

    @rule("r03", title="Every link is proved", cites=CITES, proof=("birth_certificate", "church_register"))
    def links_proved(case: Case) -> Finding:
        """Every tie to a parent has a verified paper."""
        missing = twelve.unproved(case.applicant, ancestors(case))
        if missing:
            return not_met(say("Not proved: the ties to {people}", people=", ".join(missing)), case.path("parents"))
        return met(say("Every link is proved"), case.path("parents"))

    @rule("r04", title="Every ancestor has a record of birth", cites=CITES, proof=("birth_certificate",))
    def births_recorded(case: Case) -> Finding:
        """Birth and citizenship of every ancestor are on record."""
        missing = [person.id for person in ancestors(case) if not recorded(person)]
        if missing:
            paths = [f"people.{person}.born.on" for person in missing]
            return not_met(say("Not on record: {people}", people=", ".join(missing)), *paths)
        return met(say("Every birth is on record"), case.path("parents"))

    @rule("r05", title="An ancestor was a citizen", cites=CITES, proof=("citizenship_certificate",))
    def citizen_ancestor(case: Case) -> Finding:
        """Some ancestor was a citizen, born in a territory of the list and before 1945."""
        found = [person.id for person in ancestors(case) if was_citizen(person)]
        if found:
            people = ", ".join(found)
            return met(say("Citizens: {people}", people=people), *[f"people.{who}.citizenships" for who in found])
        return not_met(say("No ancestor was a citizen"), case.path("parents"))

    @rule("r06", title="Generations far enough apart", cites=CITES, proof=("birth_certificate",))
    def gaps(case: Case) -> Finding:
        """At least 5113 days between two generations."""
        days = twelve.smallest_gap(case.applicant, ancestors(case))
        reason = say("At least {days} days between two generations", days=days)
        return met(reason, case.path("born.on")) if days >= SMALLEST_GAP else not_met(reason, case.path("born.on"))

    @rule("r07", title="Hungarian", cites=CITES, proof=("official_language_remark",))
    def speaks(case: Case) -> Finding:
        """Hungarian at B1 or better."""
        if case.applicant.hungarian == "shown":
            return met(say("Hungarian was shown"), case.path("hungarian"))
        return not_met(say("Hungarian was not shown"), case.path("hungarian"))

    @rule("r08", title="Record clear", cites=CITES, proof=("criminal_record_extract",))
    def clear(case: Case) -> Finding:
        """No conviction, or spent ones only."""
        if case.applicant.convictions in ("none", "spent"):
            return met(say("The record is clear"), case.path("convictions"))
        return not_met(say("The record is not clear"), case.path("convictions"))

    @rule("r09", title="Nothing pending", cites=CITES, proof=("criminal_record_extract",))
    def nothing_pending(case: Case) -> Finding:
        """No proceedings."""
        if case.applicant.prosecution is False:
            return met(say("Nothing is pending"), case.path("prosecution"))
        return not_met(say("Proceedings are pending, or nobody knows"), case.path("prosecution"))

    @rule("r10", title="A fresh extract", cites=CITES, proof=("criminal_record_extract",))
    def extract_fresh(case: Case) -> Finding:
        """The extract is 0 to 90 days old at filing."""
        made = case.applicant.grant.summons_delivered
        if made is None:
            return not_met(say("There is no extract"), case.path("grant.summons_delivered"))
        reason = say("The extract is of {day}", day=Day(made.first.isoformat()))
        fresh = timedelta(0) <= DAY - made.first <= LONGEST_AGO
        return (met if fresh else not_met)(reason, case.path("grant.summons_delivered"))

    @rule("r11", title="No flag of the security services", cites=CITES, proof=("security_opinion",))
    def no_flag(case: Case) -> Finding:
        """No flag; with one a person decides."""
        if case.applicant.security_objection is False:
            return met(say("There is no flag"), case.path("security_objection"))
        return officer(say("Is the flag a reason to refuse?"), case.path("security_objection"))

    @rule("r12", title="Forms complete, and married long enough", cites=CITES, proof=("marriage_certificate",))
    def complete(case: Case) -> Finding:
        """Forms complete, and married for ten years, or for five with a child."""
        me = case.applicant
        if not me.home:
            return not_met(say("The forms are not complete"), case.path("home"))
        since = me.marriages[0].since if me.marriages else None
        years = 5 if me.children else 10
        if since is not None and years_after(since.last, years) <= DAY:
            return met(say("Married for at least {years} years", years=years), case.path("marriages"))
        return not_met(say("Not married for {years} years", years=years), case.path("marriages"))

    route("twelve", title="Twelve", cites=CITES, since=ALWAYS, conditions=tuple(f"r{code:02}" for code in range(1, 13)))

LAW = Law(BOOK.conditions, BOOK.routes, PARAMETERS, "twelve")
