"""What the tests of documents share: examining bytes in this process, and in the sandbox."""

from collections.abc import Callable

import pytest

from applications.documents import check, sandbox
from applications.documents.examination import Examination
from applications.documents.examiner import examine_file
from applications.documents.verdict import OF_THE_MACHINE

Examine = Callable[..., Examination]


@pytest.fixture
def examine(tmp_path) -> Examine:
    """Examine harmless bytes here, without a child; page pictures go to tmp_path."""

    def examine(data: bytes, name: str = "paper.pdf", kind: str | None = None) -> Examination:
        return examine_file(data, name=name, kind=kind, out_dir=tmp_path, skip=frozenset(), tell=lambda line: None)

    return examine


@pytest.fixture
def sandboxed(tmp_path) -> Examine:
    """Examine bytes in a child of their own."""

    def sandboxed(data: bytes, name: str = "paper.pdf", kind: str | None = None) -> Examination:
        path = tmp_path / "upload"
        path.write_bytes(data)
        return sandbox.examine(path, file_name=name, out_dir=tmp_path / "pages", kind=kind)

    return sandboxed


def findings(examination: Examination) -> dict[str, str]:
    """Codes and outcomes of what was found beside passed checks, what this machine has no data for, and signals for caseworkers."""
    return {
        item.code: item.outcome.value
        for item in examination.verdicts
        if not item.code.endswith("-ok") and item.code not in OF_THE_MACHINE and not check.for_staff_only(item.code)
    }
