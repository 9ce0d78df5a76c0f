"""The Kovács family of Kolozsvár with every page of the form answered: what letters, packet and tracker speak of."""

from collections.abc import Mapping

from applications import pipeline
from applications.core import jobs
from applications.core.models import User
from applications.family.models import Person
from applications.family.services import add_child, add_marriage, set_parent
from applications.intake.models import Application
from applications.intake.services import save_answers, start
from portal.public.step import all_steps

Pages = Mapping[str, Mapping[str, object]]

KOLOZSVAR = {"name": "Kolozsvár", "place": "", "area": "RO-CJ"}
ANNA: Pages = {
    "name": {"family_name": "Kovács", "given_name": "Anna"},
    "birth-name": {
        "same": False,
        "birth_family_name": "Szőke",
        "birth_given_name": "Anna Őrsike",
        "reason": "marriage",
    },
    "former-names": {"any": False},
    "sex": {"sex": "female"},
    "birth": {"on": "1985-06-01", "place": KOLOZSVAR, "country": "RO", "region": "Cluj"},
    "birth-place-name": {"form": "both", "hungarian_name": "Kolozsvár"},
    "nationalities": {"stateless": False, "items": [{"country": "RO", "since": "1985", "by": "birth"}]},
    "former-nationalities": {"any": False},
    "hungarian-before": {"citizen": "no"},
    "document": {"kind": "passport", "number": "055 123 456", "country": "RO", "expires_on": "2031-04-09"},
    "address": {
        "country": "RO",
        "region": "Cluj",
        "postcode": "400 015",
        "town": "Cluj-Napoca",
        "street": "Strada Memorandumului 21",
        "since": "2009",
    },
    "other-address": {"any": False},
    "contact": {"phone": "+40 264 123 456", "email": "anna@example.hu", "language": "hu"},
    "marital-status": {"status": "married"},
    "marriages": {"number": 1},
    "occupation": {"occupation": "gyógyszerész", "workplace": "Farmacia Ágnes"},
    "schooling": {"level": "higher", "school": "Universitatea Babeș-Bolyai", "country": "RO"},
    "hungarian-school": {"any": True},
    "hungarian-school-list": {
        "items": [{"school": "Báthory István Elméleti Líceum", "place": KOLOZSVAR, "since": "1999", "until": "2003"}]
    },
    "parents": {"known": ["father"]},
    "parents-marriage": {"married": "yes", "on": "1981-05", "place": KOLOZSVAR},
    "children": {"any": True},
    "children-count": {"number": 1},
    "hungarian": {"level": "fluent", "learned": ["home", "school"]},
    "capacity": {"capacity": "full"},
    "cv": {
        "can_write": True,
        "draft": "Kolozsváron születtem 1985. június 1-jén, magyar családban. A Báthory líceumban érettségiztem, majd "
        "gyógyszerész lettem. Férjemmel és fiunkkal Kolozsváron élünk. Dédapám, Kovács István 1890-ben magyar "
        "állampolgárként született; szeretnék én is az lenni, mert ez az anyanyelvem és a hazám.",
    },
    "convictions": {"any": False},
    "requested-name": {"wants": False},
    "birth-record": {
        "registered": False,
        "number": "NC 345678",
        "authority": "Primăria Municipiului Cluj-Napoca",
        "issued_on": "1985-06-12",
    },
    "oath-form": {"form": "oath"},
}
SPOUSE: Pages = {
    "spouse-name": {"family_name": "Popescu", "given_name": "Andrei", "sex": "male"},
    "spouse-birth": {"on": "1983-11-20", "place": {"name": "Iași", "place": "", "area": "RO-IS"}, "country": "RO"},
    "spouse-nationality": {"items": [{"country": "RO"}]},
    "marriage": {
        "on": "2010-09-04",
        "place": KOLOZSVAR,
        "country": "RO",
        "own_status_before": "single",
        "spouse_status_before": "single",
    },
    "marriage-end": {"ended_by": "lasts"},
    "marriage-record": {
        "registered": False,
        "number": "CC 99887",
        "authority": "Primăria Municipiului Cluj-Napoca",
        "issued_on": "2010-09-04",
        "own_name_after": "Kovács Anna",
        "spouse_name_after": "Popescu Andrei",
    },
    "spouse-parents": {"father_name": "Popescu Ion", "mother_name": "Țurcanu Elena"},
}
FATHER: Pages = {
    "ancestor-name": {"family_name": "Szőke", "given_name": "Győző"},
    "ancestor-birth": {"on": "1955-03", "place": KOLOZSVAR, "country": "RO"},
    "ancestor-hungarian": {"citizen": "unknown"},
    "ancestor-nationality": {"other": "listed", "items": [{"country": "RO"}]},
    "ancestor-parents": {"known": ["father"]},
    "ancestor-parents-marriage": {"married": "yes", "on": "1950"},
}
GRANDFATHER: Pages = {
    "ancestor-name": {"family_name": "Szőke", "given_name": "István"},
    "ancestor-birth": {"on": "1921", "place": KOLOZSVAR, "country": "RO"},
    "ancestor-hungarian": {"citizen": "yes"},
    "ancestor-citizenship": {"by": "birth", "ended": "unknown"},
    "ancestor-left": {"left": "no"},
    "ancestor-life": {"alive": "no", "on": "1994"},
}
PETER: Pages = {
    "child-name": {"family_name": "Popescu", "given_name": "Péter", "sex": "male"},
    "child-birth": {"on": "2015-02-28", "place": KOLOZSVAR, "country": "RO"},
    "child-nationalities": {"items": [{"country": "RO"}]},
    "child-document": {"kind": "passport", "number": "055 654 321", "country": "RO", "expires_on": "2027-01-01"},
    "child-parents-married": {"married": True},
    "child-custody": {"holder": "both"},
    "child-consent": {"how": "visit"},
    "child-address": {"with_applicant": True},
    "child-birth-record": {
        "registered": False,
        "number": "NC 777",
        "authority": "Primăria Municipiului Cluj-Napoca",
        "issued_on": "2015-03-02",
    },
}


def account(language: str = "hu") -> User:
    """Return a new account of Anna's."""
    return User.objects.create_user(f"anna{User.objects.count()}@example.hu", "csak-proba-jelszo-26", language=language)


def answered(case: Application, person: Person, pages: Pages) -> None:
    """Save pages about a person as the form does."""
    for step, data in pages.items():
        declared = all_steps()[step]
        unknown = data.keys() - {name.partition(".")[0] for name, _field in declared.form.all_fields()}
        assert not unknown, f"The page {step} has no field {unknown}."
        described = object.__new__(declared.form).described(data)
        save_answers(
            application=case,
            person=person,
            step=step,
            data=data,
            actor=case.account,
            shared=declared.shared,
            form_version="1",
            describes=described or None,
        )


def draft(language: str = "hu") -> Application:
    """Return Anna's application with every page answered and nothing sent."""
    case = start(account=account(language), language=language)
    anna = case.applicant
    answered(case, anna, ANNA)
    father = set_parent(child=anna, role="father")
    answered(case, father, FATHER)
    answered(case, set_parent(child=father, role="father"), GRANDFATHER)
    answered(case, add_marriage(person=anna).spouse, SPOUSE)
    peter = add_child(parent=anna, changes={})
    case.children.add(peter)
    answered(case, peter, PETER)
    case.refresh_from_db()
    return case


def checked(language: str = "hu") -> Application:
    """Return Anna's application, sent and checked."""
    case = draft(language)
    pipeline.submit(application=case, actor=case.account, form_version="1")
    jobs.drain()
    case.refresh_from_db()
    return case
