"""Who needs five years instead of eight: born in Hungary or settled there as a minor, 4. § (4), to the day."""

import pytest

from tests.law.families import RESIDENT, answer

ME = "people.applicant"


def rooted(changes):
    return answer("ordinary_5", "rooted_here", RESIDENT, changes)


@pytest.mark.parametrize(("day", "expected"), [("2023-12-31", "officer"), ("2024-01-01", "not_met")])
def test_the_stateless_stood_among_the_five_years_before(day, expected):
    assert rooted({"as_of": day, f"{ME}.citizenships": []}) == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ({"on": "1980-07-07", "area": "HU"}, "met"),
        ({"on": "1980-07-07", "area": "HU-CS"}, "met"),
        ({"on": "1980-07-07", "area": "RO-CJ"}, "not_met"),
        ({"on": "1980-07-07"}, "unknown"),
        ({"on": "1942-07-07", "area": "RO-CJ"}, "officer"),
        ({"on": "1940-08-29", "area": "RO-CJ"}, "not_met"),
        ({"on": "1940-08-30", "area": "RO-CJ"}, "officer"),
        ({"on": "1945-01-19", "area": "RO-CJ"}, "officer"),
        ({"on": "1945-01-20", "area": "RO-CJ"}, "not_met"),
        ({"on": "1921-07-25", "area": "RO-TM"}, "officer"),
        ({"on": "1921-07-26", "area": "RO-TM"}, "not_met"),
        ({"on": "1940", "area": "RO-CJ"}, "unknown"),
        ({"on": "1942-07-07", "area": "RO"}, "unknown"),
        ({"on": "1950-07-07", "area": "RO"}, "not_met"),
        ({"on": "1942-07-07", "area": "GE-TB"}, "not_met"),
    ],
)
def test_born_in_hungary(born, expected):
    assert rooted({f"{ME}.born": born}) == expected


@pytest.mark.parametrize(
    ("since", "kind", "expected"),
    [
        ("1998-07-06", "domicile", "met"),
        ("1998-07-07", "domicile", "not_met"),
        ("1998-07-08", "domicile", "not_met"),
        ("1998-06", "domicile", "met"),
        ("1998", "domicile", "unknown"),
        (None, "domicile", "unknown"),
        ("1998-07-06", "stay", "officer"),
        ("1998-07-07", "stay", "not_met"),
        ("1998-07-06", None, "unknown"),
    ],
)
def test_settled_in_hungary_before_the_18th_birthday(since, kind, expected):
    assert rooted({f"{ME}.residences": [{"country": "HU", "from": since, "kind": kind}]}) == expected


@pytest.mark.parametrize(("to", "expected"), [("1998-07-06", "met"), ("1998-07-08", "unknown")])
def test_a_childhood_in_hungary_counts_after_a_return(to, expected):
    residences = [{"country": "HU", "to": to, "kind": "domicile"}, {"country": "HU", "from": "2019-01-01"}]

    assert rooted({f"{ME}.residences": residences}) == expected


def test_what_is_not_known_about_settling():
    assert rooted({f"{ME}.residences": None}) == "unknown"
    assert rooted({f"{ME}.residences": []}) == "not_met"
    assert rooted({f"{ME}.born": {"area": "GE-TB"}}) == "unknown"
    young = {f"{ME}.born.on": "2010-01-01", f"{ME}.residences": [{"country": "HU", "from": "2024-05-11"}]}
    assert rooted(young) == "not_met"
