"""The index over cases, filled with papers of one submitted case each, and asked as the office asks it of a new paper."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from applications.assessment.seen import by_file
from applications.core import clock
from applications.core.models import User
from applications.documents import traces
from applications.documents.examination import Examination
from applications.documents.models import CheckedFile, Paper, PaperFile
from applications.documents.services import page_name
from applications.family.models import Family, Person
from applications.intake.models import Application


class CaseIndex:
    """Cases with a paper each, in a database of its own; see `case_index`."""

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._count = 0

    def add(self, name: str, kind: str, examination: Examination, pictures: Mapping[str, bytes]) -> None:
        """Let a paper be known from a submitted case; ``pictures`` are its pages by the names of their files."""
        paper, file = self._brought(name, kind, examination, pictures)
        traces.write(traces.left_by(file.checked, kind), checked=file.checked)
        Application.objects.create(
            reference=name,
            account=paper.added_by,
            family=paper.family,
            applicant=paper.person,
            submitted_at=clock.now(),
        )
        self._names[file.pk] = name

    def named_by(self, kind: str, examination: Examination, pictures: Mapping[str, bytes]) -> dict[str, set[str]]:
        """Return by code of signal the known papers that are named when this one comes in with another case."""
        paper, file = self._brought("asking", kind, examination, pictures)
        found: dict[str, set[str]] = {}
        for statement in by_file(paper, file, examination):
            for reason in statement.reasons:
                args = reason["args"]
                assert isinstance(args, dict)
                found.setdefault(statement.code, set()).add(self._names[args["other_file"]])
        return found

    def _brought(
        self, name: str, kind: str, examination: Examination, pictures: Mapping[str, bytes]
    ) -> tuple[Paper, PaperFile]:
        self._count += 1
        account = User.objects.create_user(f"owner{self._count}@example.hu", None)
        family = Family.objects.create(account=account)
        person = Person.objects.create(family=family, family_name=f"Owner {self._count}")
        digest = sha256(b"".join(pictures.values())).hexdigest()
        checked = CheckedFile(sha256=digest, kind_group=f"plain {self._count}", size=1, stored="none")
        checked.state, checked.examination = CheckedFile.State.CHECKED, examination.as_json()
        checked.save()
        for file_name, data in pictures.items():
            default_storage.save(page_name(checked, file_name), ContentFile(data))
        paper = Paper.objects.create(family=family, person=person, kind=kind, added_by=account)
        file = PaperFile.objects.create(paper=paper, checked=checked, name=f"{name}.jpg", added_by=account)
        return paper, file


@contextmanager
def case_index() -> Iterator[CaseIndex]:
    """An empty index; its database is made for it and removed afterwards."""
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield CaseIndex()
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
