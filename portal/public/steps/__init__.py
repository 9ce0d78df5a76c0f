"""The pages of the form. One file is one section; the order in a file is the order of its pages."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Section:
    """A section of the task list: its id is the name of its file."""

    id: str
    title: str | Promise


SECTIONS = (
    Section("you", _("About you")),
    Section("contact", _("Address and contact")),
    Section("marriages", _("Marriages")),
    Section("work", _("Work and schooling")),
    Section("ancestors", _("Your line to a Hungarian citizen")),
    Section("children", _("Children")),
    Section("language", _("Hungarian and curriculum vitae")),
    Section("record", _("Record and earlier applications")),
    Section("registration", _("Name and registration in Hungary")),
    Section("oath", _("Oath or solemn promise")),
)
SECTION = {section.id: section for section in SECTIONS}
