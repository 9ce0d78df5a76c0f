"""Start-up checks: what is declared must be whole, or the site refuses to start."""

from django.core.checks import CheckMessage, Error, Tags, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from applications.casework.workflow import STATE, TRANSITIONS
from applications.correspondence.letters import LETTER


@register(Tags.templates)
def letters_are_whole(**_: object) -> list[CheckMessage]:
    """Every e-mail has its template in both languages; the plain text is read off the HTML."""
    errors: list[CheckMessage] = []
    for letter in LETTER:
        for ending in ("hu.html", "en.html"):
            try:
                get_template(f"emails/{letter}.{ending}")
            except TemplateDoesNotExist:
                errors.append(Error(f"templates/emails/{letter}.{ending} is missing.", id="letters.E001"))
    return errors


@register(Tags.models)
def transitions_are_whole(**_: object) -> list[CheckMessage]:
    """Every transition leads from and to declared states and tells by a declared letter."""
    errors: list[CheckMessage] = []
    for way in TRANSITIONS:
        for state in {*way.sources, way.target} - STATE.keys():
            errors.append(Error(f"The transition {way.id} names the unknown state {state}.", id="workflow.E001"))
        if way.message and way.message not in LETTER:
            errors.append(
                Error(f"The transition {way.id} tells by the unknown letter {way.message}.", id="workflow.E002")
            )
    return errors
