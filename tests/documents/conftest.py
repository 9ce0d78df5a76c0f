"""What the tests of documents share: examining bytes in this process, and in the sandbox."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from applications.documents import check, children, sandbox
from applications.documents.examination import Examination
from applications.documents.examiner import examine_file
from applications.documents.verdict import OF_THE_MACHINE
from tests.documents import made_files

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


@pytest.fixture
def own_warm_process() -> Iterator[None]:
    """Each test begins without a warm process and leaves none."""
    children.let_go()
    children._keeper._rests_until = 0.0
    yield
    children.let_go()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A page of print, small, so that it is read quickly."""
    path = tmp_path / "paper.jpg"
    path.write_bytes(made_files.jpeg(made_files.page(lines=3)))
    return path


@pytest.fixture
def examined(paper: Path, tmp_path: Path) -> Callable:
    def examined(began: Callable[[str], None] | None = None):
        return sandbox.examine(paper, file_name=paper.name, out_dir=tmp_path / "pages", began=began)

    return examined


@pytest.fixture
def soon(monkeypatch):
    """Whoever listens hears at once."""
    monkeypatch.setattr(sandbox, "LOOK_SECONDS", 0.01)


def findings(examination: Examination) -> dict[str, str]:
    """Codes and outcomes of what was found beside passed checks, what this machine has no data for, and signals for caseworkers."""
    return {
        item.code: item.outcome.value
        for item in examination.verdicts
        if not item.code.endswith("-ok") and item.code not in OF_THE_MACHINE and not check.for_staff_only(item.code)
    }
