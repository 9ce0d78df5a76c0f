"""Every question of the interview: which facts it settles, its words, its fields, what proves the answer.

The law says which facts are still worth asking (rules.questions), nearest kin first. Here stands how a layman is
asked for them. Among facts of one person the order of this table is kept, since people tell a nationality before a
conviction. Some facts are asked together, or not at all:

- day and place of birth, one page: nobody knows one and looks for the other;
- a clean record and proceedings, one page: both are one worry;
- a grandparent's birth also where no more is known about his or her citizenship: the place is a sign of the origin;
- degree, health and examination, one page: any of them is enough;
- an address here and another nationality, only of a citizen who asks about renouncing;
- legal capacity only where it could help (no Hungarian, no examination): it hurts nobody else to be unknown;
- the opinion of the services, the spouse's statement and a parent's consent never: they come in the procedure.

The form, the reading of links and the tests follow from this table; what an answer means is in inquiry/facts.py.
"""

from collections.abc import Mapping

from portal.inquiry.question import Key, Question, Told
from portal.inquiry.questions.conditions import CONDITIONS
from portal.inquiry.questions.family import FAMILY
from portal.inquiry.questions.nationality import NATIONALITY
from portal.inquiry.questions.renouncing import RENOUNCING

QUESTIONS: tuple[Question, ...] = (*NATIONALITY, *FAMILY, *CONDITIONS, *RENOUNCING)
QUESTION: Mapping[str, Question] = {each.id: each for each in QUESTIONS}


def question_for(trail: str, fact: str, told: Told) -> Question | None:
    """Return the question to ask now for a fact of a person, None where nobody is asked for it (any more)."""
    for each in QUESTIONS:
        if each.fits(trail) and each.covers(fact) and Key(trail, each.id) not in told and each.worth(told, trail):
            return each
    return None
