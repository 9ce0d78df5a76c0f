"""The form that takes files: several at once, checked for type, size and number before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from applications.documents.file_type import true_type
from applications.documents.limits import MAX_FILE_BYTES, MAX_PAGES, MIN_FILE_BYTES

ACCEPT = (
    "application/pdf,image/jpeg,image/png,image/heic,image/heif,image/tiff,.pdf,.jpg,.jpeg,.png,.heic,.heif,.tif,.tiff"
)
MOST_FILES = 20
HEAD = 2048


class FilesInput(forms.ClearableFileInput):
    """A file input that takes several files; phones offer the camera for it."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; cleans to a list. Every error names the file it is about."""

    widget = FilesInput(attrs={"accept": ACCEPT, "data-upload": ""})
    default_error_messages = {
        "required": _("Choose at least one file."),
        "many": _("Choose at most %(most)s files at once."),
        "large": _("%(name)s is larger than %(most)s. Make it smaller, or divide it."),
        "small": _("%(name)s is empty or too small to be a page."),
        "type": _(
            "%(name)s is not a PDF, JPEG, PNG, HEIC or TIFF file. Scan or photograph the paper and bring that file."
        ),
    }

    def clean(self, data: object, _initial: object = None) -> list[UploadedFile[bytes]]:
        """Return the files; raises ValidationError with one sentence for each that cannot be taken."""
        sent = data if isinstance(data, list | tuple) else [data]
        files = [file for file in sent if isinstance(file, UploadedFile)]
        if not files and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(files) > MOST_FILES:
            raise ValidationError(self.error_messages["many"], code="many", params={"most": MOST_FILES})
        errors = [error for file in files if (error := self.problem(file))]
        if errors:
            raise ValidationError(errors)
        return list(files)

    def problem(self, file: UploadedFile[bytes]) -> ValidationError | None:
        """Return what is wrong with a file as far as its size and first bytes tell, or None."""
        name, size = file.name or "?", file.size or 0
        if size > MAX_FILE_BYTES:
            return ValidationError(
                self.error_messages["large"],
                code="large",
                params={"name": name, "most": filesizeformat(MAX_FILE_BYTES)},
            )
        if size < MIN_FILE_BYTES:
            return ValidationError(self.error_messages["small"], code="small", params={"name": name})
        file.seek(0)
        head = file.read(HEAD)
        file.seek(0)
        if not true_type(head).allowed:
            return ValidationError(self.error_messages["type"], code="type", params={"name": name})
        return None


LIMITS_HINT = _(
    "PDF, JPEG, PNG, HEIC or TIFF, at most %(size)s a file and %(pages)s pages. Several photos become pages of one paper."
)


class PagesForm(forms.Form):
    """Further pages of a paper: of the original or of its translation."""

    part = forms.ChoiceField(
        label=_("These pages belong to"),
        widget=forms.RadioSelect,
        choices=[("original", _("the paper itself")), ("translation", _("its translation"))],
        initial="original",
    )
    files = FilesField(label=_("Files"))  # type: ignore[assignment]  # a field; the files sent are form.files
    replaces = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: object, **options: object) -> None:
        """Tell the limits beside the field; pages that replace others belong where those did."""
        super().__init__(*args, **options)  # type: ignore[arg-type]  # Django's own arguments
        if self["replaces"].value():
            self.fields["part"].required = False
            self.fields["part"].widget = forms.HiddenInput()
        self.fields["files"].help_text = LIMITS_HINT % {"size": filesizeformat(MAX_FILE_BYTES), "pages": MAX_PAGES}


class PaperForm(forms.Form):
    """A new paper: what it is, about whom, its files and those of its translation."""

    kind = forms.ChoiceField(label=_("What kind of paper is it?"))
    person = forms.ChoiceField(label=_("About whom is it?"))
    title = forms.CharField(
        label=_("Description"), max_length=120, required=False, help_text=_("Only where the kind does not say it.")
    )
    files = FilesField(label=_("The paper"))  # type: ignore[assignment]  # as above
    translation = FilesField(
        label=_("Its Hungarian translation"),
        required=False,
        help_text=_("If you have it already, and the paper is not in Hungarian."),
    )

    def __init__(
        self, *args: object, people: Sequence[tuple[str, str]], kinds: Sequence[tuple[str, str]], **options: object
    ) -> None:
        """``people`` and ``kinds`` are what may be chosen."""
        super().__init__(*args, **options)  # type: ignore[arg-type]  # Django's own arguments
        self.fields["person"].choices = [("", ""), *people]  # type: ignore[attr-defined]  # a choice field
        self.fields["kind"].choices = [("", ""), *kinds]  # type: ignore[attr-defined]  # a choice field
        self.fields["files"].help_text = LIMITS_HINT % {"size": filesizeformat(MAX_FILE_BYTES), "pages": MAX_PAGES}
