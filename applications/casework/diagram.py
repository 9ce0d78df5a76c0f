"""The road of a case as documentation: a Mermaid diagram and tables, made from the table of the workflow."""

from collections.abc import Iterator

from django.utils import translation

from applications.casework.workflow import STATES, TRANSITIONS, TURN_STAFF, Transition
from applications.core.roles import ROLES

HEAD = """# The road of a case

Made from `applications/casework/workflow.py` by `python manage.py write_workflow`; a test holds the two
together. To add a state or a way, add a row there.
"""
ACTORS = {"applicant": "the applicant", "system": "the system"}


def document() -> str:
    """Return the whole page as Markdown, in English."""
    with translation.override("en"):
        return "\n".join([HEAD, *diagram(), "", *states(), "", *ways(), ""])


def diagram() -> Iterator[str]:
    """Yield the state diagram."""
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield from (f'    state "{state.staff}" as {state.id}' for state in STATES)
    yield "    [*] --> draft"
    for way in TRANSITIONS:
        yield from (f"    {source} --> {way.target}: {way.label}" for source in sorted(way.sources))
    yield from (f"    {state.id} --> [*]" for state in STATES if state.closes)
    yield "```"


def states() -> Iterator[str]:
    """Yield the table of the states with their three names."""
    yield "| State | For the office | For the public | As a step to come | Whose turn |"
    yield "|---|---|---|---|---|"
    for state in STATES:
        yield f"| `{state.id}` | {state.staff} | {state.public} | {state.future} | {TURN_STAFF[state.turn]} |"


def ways() -> Iterator[str]:
    """Yield the table of the transitions: from where, to where, who may, what hinders, what the applicant reads."""
    yield "| Way | From | To | Who | Guard | Reasons asked | E-mail |"
    yield "|---|---|---|---|---|---|---|"
    for way in TRANSITIONS:
        sources = ", ".join(f"`{source}`" for source in sorted(way.sources))
        guard = (way.guard.__doc__ or "").split("\n")[0] if way.guard else ""
        letter = f"`{way.message}`" if way.message else ""
        yield f"| `{way.id}` | {sources} | `{way.target}` | {who(way)} | {guard} | {'yes' if way.note else ''} | {letter} |"


def who(way: Transition) -> str:
    """Return whose roles may take a way, in words."""
    if way.permission in ACTORS:
        return ACTORS[way.permission]
    return ", ".join(str(role.title).lower() for role in ROLES.values() if way.permission in role.permissions)
