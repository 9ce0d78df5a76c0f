"""Accounts and roles, for the administrator: who is staff, in which role, at which office. No case is shown."""

from allauth.account.forms import ResetPasswordForm
from allauth.account.models import EmailAddress
from django import forms
from django.contrib import admin, messages
from django.contrib.admin import SimpleListFilter
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.admin.base import OfficeAdmin, officer_of
from applications.core import journal
from applications.core.models import User
from applications.core.roles import ALONE, ROLES


class StaffFilter(SimpleListFilter):
    """Staff by role, or applicants; staff is shown where nothing is chosen."""

    title = gettext_lazy("accounts")
    parameter_name = "who"

    def lookups(self, request: HttpRequest, model_admin: "admin.ModelAdmin[User]") -> list[tuple[str, str]]:
        """Every role, applicants, inactive accounts."""
        return [
            *((role.id, str(role.title)) for role in ROLES.values()),
            ("applicants", _("applicants")),
            ("inactive", _("inactive")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[User]) -> QuerySet[User]:
        """Narrow to the choice; a search goes through all accounts."""
        chosen = self.value()
        if chosen in ROLES:
            return queryset.filter(groups__name=chosen)
        if chosen == "applicants":
            return queryset.filter(is_staff=False)
        if chosen == "inactive":
            return queryset.filter(is_active=False)
        return queryset if request.GET.get("q") else queryset.filter(is_staff=True)


class AccountForm(forms.ModelForm):  # type: ignore[type-arg]  # the stubs' generics cannot be subclassed at run time
    """An account of staff: address, name, language, office, roles, whether it is open."""

    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Roles"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(role.id, role.title) for role in ROLES.values()],
        help_text=gettext_lazy(
            "Auditors and administrators have no other role: who reads all or manages accounts handles no case."
        ),
    )

    class Meta:
        model = User
        fields = ("email", "name", "language", "office", "is_active")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came
        if self.instance.pk and "roles" in self.fields:
            self.fields["roles"].initial = sorted(self.instance.groups.values_list("name", flat=True))

    def clean_email(self) -> str:
        """Addresses are kept in lower case."""
        return str(self.cleaned_data["email"]).strip().lower()

    def clean_roles(self) -> list[str]:
        """Auditors and administrators have no other role."""
        roles = list(self.cleaned_data["roles"])
        if len(roles) > 1 and ALONE & set(roles):
            raise ValidationError(_("Auditors and administrators have no other role."))
        return roles


class OwnAccountForm(AccountForm):
    """One's own account: the roles are somebody else's to give, whatever is posted."""

    roles = None  # type: ignore[assignment]  # Django's way to leave a declared field out


@admin.register(User)
class AccountAdmin(OfficeAdmin):
    """Accounts: the administrator adds staff, gives roles, closes accounts. Nobody changes his or her own roles."""

    sees = changes = ("manage_users",)
    form = AccountForm
    list_display = ("email", "name", "roles_shown", "office", "language", "is_active", "last_login")
    list_filter = (StaffFilter,)
    list_select_related = ("office",)
    search_fields = ("email", "name")
    search_help_text = gettext_lazy("E-mail address or the beginning of a name")
    ordering = ("email",)
    actions = ("send_password_link",)

    @admin.display(description=gettext_lazy("roles"))
    def roles_shown(self, account: User) -> str:
        """The account's roles in words."""
        names = [group.name for group in account.groups.all()]
        return ", ".join(str(ROLES[name].title) for name in names if name in ROLES) or "–"

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """Read the groups with the accounts."""
        return User.objects.prefetch_related("groups").defer("password")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[User], search_term: str
    ) -> tuple[QuerySet[User], bool]:
        """Search by the whole address or the beginning of a name."""
        text = search_term.strip()
        if not text:
            return queryset, False
        return queryset.filter(Q(email=text.lower()) | Q(name__istartswith=text) | Q(email__istartswith=text)), False

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        """An account's address stays once it is confirmed; one cannot close one's own account."""
        if obj is None:
            return ()
        return ("email", "is_active") if obj == request.user else ("email",)

    def get_form(
        self,
        request: HttpRequest,
        obj: User | None = None,
        change: bool = False,  # noqa: FBT001, FBT002 - Django's signature
        **kwargs: object,
    ) -> type[forms.ModelForm]:  # type: ignore[type-arg]  # as above
        """Return the form without roles for the reader's own account."""
        own = obj is not None and obj == request.user
        return super().get_form(request, obj, change=change, form=OwnAccountForm if own else AccountForm, **kwargs)

    def get_fields(
        self, request: HttpRequest, obj: Model | None = None
    ) -> list[str | list[str] | tuple[str, ...] | tuple[()]]:
        """One's own roles are given by somebody else."""
        fields = ["email", "name", "language", "office", "is_active", "roles"]
        return [name for name in fields if not (name == "roles" and obj is not None and obj == request.user)]

    def save_model(self, request: HttpRequest, obj: User, form: AccountForm, change: bool) -> None:  # noqa: FBT001 - Django's signature
        """Save the account with its roles; new staff get a link to choose a password."""
        administrator = officer_of(request)
        roles = form.cleaned_data.get("roles")
        if not change:
            obj.set_unusable_password()
        if roles is not None:
            obj.is_staff = bool(roles) or obj.is_superuser
        obj.save()
        if roles is not None:
            before = sorted(obj.groups.values_list("name", flat=True))
            obj.groups.set(Group.objects.filter(name__in=roles))
            if before != sorted(roles):
                journal.record(
                    chain="administration",
                    event="user.roles",
                    actor=administrator,
                    subject=f"user/{obj.pk}",
                    data={"from": before, "to": sorted(roles)},
                )
        if not change:
            EmailAddress.objects.create(user=obj, email=obj.email, primary=True, verified=True)
            send_link(request, obj)

    @admin.action(description=gettext_lazy("Send a link to choose a password"))
    def send_password_link(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """Send each selected open account the e-mail of a forgotten password."""
        for account in queryset.filter(is_active=True):
            send_link(request, account)
        self.message_user(request, _("The links are on their way."), messages.SUCCESS)


def send_link(request: HttpRequest, account: User) -> None:
    """Send the e-mail by which a password is chosen."""
    form = ResetPasswordForm(data={"email": account.email})
    if form.is_valid():
        form.save(request)
