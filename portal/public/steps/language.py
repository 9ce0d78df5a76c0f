"""Knowledge of Hungarian, legal capacity, and the draft of the curriculum vitae."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.public.fields import YesNoField
from portal.public.household import ADULT_AGE, Asked
from portal.public.step import step
from portal.public.step_form import StepForm


@step("hungarian")
class Hungarian(StepForm):
    """How well the applicant speaks Hungarian."""

    title = _("How well do you speak Hungarian?")
    why = _(
        "You show it in a conversation at the visit: everyday topics, understood and answered. A dialect is no obstacle."
    )
    proves = _("The conversation at the visit. No certificate is needed.")
    law = "Ápt. 4. § (3)"
    level = forms.ChoiceField(
        label=_("Your Hungarian"),
        widget=forms.RadioSelect,
        choices=[
            ("fluent", _("Fluently")),
            ("everyday", _("Well enough for everyday conversation")),
            ("little", _("A little")),
            ("none", _("Not at all")),
        ],
    )
    learned = forms.MultipleChoiceField(
        label=_("Where did you learn it?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[
            ("home", _("At home")),
            ("school", _("At school")),
            ("course", _("In a course")),
            ("alone", _("By myself")),
        ],
    )


@step("capacity")
class Capacity(StepForm):
    """Whether a court has limited the legal capacity."""

    title = _("Has a court limited your legal capacity?")
    why = _("Who has limited or no legal capacity need not show knowledge of Hungarian, and is represented.")
    proves = _("The judgment.")
    law = "Ápt. 4/A. §"
    asks = "capacity"
    capacity = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=[
            ("full", _("No")),
            ("limited", _("Yes, partly")),
            ("none", _("Yes, wholly")),
        ],
    )


def is_adult(asked: Asked) -> bool:
    """Whether a curriculum vitae is needed: from 18; asked as long as the age is not known."""
    age = asked.age("birth")
    return age is None or age >= ADULT_AGE


@step("cv", shown_if=is_adult)
class CurriculumVitae(StepForm):
    """The draft of the curriculum vitae, to be copied by hand."""

    title = _("Write a draft of your curriculum vitae in Hungarian")
    why = _(
        "The law wants it in your own hand. Write a draft here: we print it beside an empty page, from which you copy it. "
        "Who you are, your family, schools, work, and why you wish to be a citizen."
    )
    proves = _("The handwritten page, uploaded or brought to the visit.")
    law = "125/1993. (IX. 22.) Korm. r. 2. §"
    can_write = YesNoField(label=_("I can write it by hand"))
    reason = forms.CharField(
        label=_("Why can you not write it by hand?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A medical paper shows it, unless it is obvious."),
    )
    draft = forms.CharField(
        label=_("Draft in Hungarian"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 14, "lang": "hu"}),
        required=False,
    )
    needs = {"reason": ("can_write", ("no",))}
