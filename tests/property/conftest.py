"""Keeps what Hypothesis draws the same in every run.

It mixes constants from the source of all modules that happen to be loaded into its draws, so that families of a
derandomised test would depend on which other tests ran before it in the same process.
"""

from collections.abc import Iterator

import pytest
from hypothesis.internal.conjecture import providers


@pytest.fixture(autouse=True, scope="session")
def _no_constants_of_loaded_modules() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(providers, "_get_local_constants", providers.Constants)
        yield
