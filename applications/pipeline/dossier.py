"""The whole dossier of a case, made when somebody asks for it: at once where it is small, else by a worker."""

from applications.core import jobs
from applications.correspondence import dossier
from applications.correspondence.dossier import Audience
from applications.intake.models import Application


def dossier_of(*, case: Application, audience: Audience, language: str) -> bytes | None:
    """Return the dossier of a case as it stands; None where a worker has been asked to make it and is not done."""
    made = dossier.kept(case, audience, language)
    if made is not None or not dossier.is_large(case):
        return made or dossier.make(case, audience, language)
    jobs.enqueue(
        kind="dossier",
        key=dossier.stored_name(case, audience, language),
        arguments={"case": case.pk, "audience": str(audience), "language": language},
        case=case.reference,
    )
    return None


@jobs.job("dossier", atomic=False)
def make_dossier(case: int, audience: str, language: str) -> None:
    """Make and keep the dossier of a case; the same state of the case gives the same file once."""
    row = Application.objects.get(pk=case)
    if dossier.kept(row, Audience(audience), language) is None:
        dossier.make(row, Audience(audience), language)
