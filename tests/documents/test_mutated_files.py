"""Good files spoilt at random: whatever comes out, the answer is a verdict with words, in time. See mutate.py."""

import pytest

from tests.documents import mutate
from tests.documents.zone_pages import dice_of


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_it_answers_every_spoilt_file(seed):
    dice = dice_of(seed)
    name = list(mutate.SPOIL)[seed % len(mutate.SPOIL)]
    data = mutate.mutated(name, dice)

    assert mutate.trouble_with(data, "spoilt.bin", dice.choice((None, "passport", "birth_certificate"))) == ""


@pytest.mark.parametrize("name", mutate.SPOIL)
def test_most_mutations_spoil_the_file_where_it_is_knit(name):
    spoilt = {mutate.mutated(name, dice_of(f"{name} {number}")) for number in range(40)}

    assert len(spoilt) > 30
    assert mutate.good(name) not in spoilt
