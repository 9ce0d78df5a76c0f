"""What an account remembers: its language, and that a second factor was offered."""

from applications.core import clock
from applications.core.models import User


def keep_language(*, user: User, language: str) -> None:
    """Remember ``language`` ("hu" or "en") as the one the person reads, on every device and in letters."""
    if user.language != language:
        user.language = language
        user.save(update_fields=["language"])


def note_second_factor_offered(*, user: User) -> None:
    """Remember that the person saw the offer, whatever the answer, so that it is made once."""
    if user.second_factor_offered_at is None:
        user.second_factor_offered_at = clock.now()
        user.save(update_fields=["second_factor_offered_at"])
