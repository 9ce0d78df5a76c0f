"""Every page there is: who opens it, under which address, with which answer; and what is no page, with the reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from applications.admin.acts.table import ACTS
from applications.assessment.models import Finding, FindingReview
from applications.casework.models import Slot
from applications.core.models import Job, JournalAnchor, JournalEntry, Office, User
from applications.correspondence.models import Message
from applications.decisions.models import Decision, OathRecord, Recommendation
from applications.documents.models import PaperFile
from portal.pages.views import GUIDANCE
from portal.public.addresses import page_address
from portal.public.draft import open_draft
from portal.public.step import all_steps
from tests.browser.world import World

Address = Callable[[World], str]


@dataclass(frozen=True)
class Row:
    """A page: the name of its pattern, who opens it ("" for anybody), its address, the status it answers with."""

    name: str
    who: str
    address: Address
    detail: str = ""
    status: int = 200

    def __str__(self) -> str:
        return f"{self.name} {self.detail}".strip()


def plain(name: str, who: str = "", status: int = 200) -> Row:
    """Return the row of a page without arguments."""
    return Row(name, who, lambda _world: reverse(name), status=status)


def case(name: str, state: str) -> Row:
    """Return the row of a page of an applicant's own case in a state."""
    return Row(name, state, lambda world: reverse(name, args=[world.cases[state].reference]), state)


def record(name: str, who: str, model: type) -> Row:
    """Return the row of the office's page about the first row of a table."""
    return Row(name, who, lambda _world: reverse(name, args=[model._default_manager.earliest("pk").pk]))


def step_page(step: str) -> Row:
    """Return the row of a page of the form, as the full draft has it."""

    def address(world: World) -> str:
        draft = open_draft(world.draft)
        stop = next((stop for stop in [*draft.stops, *draft.left_out] if stop.step.id == step), None)
        return page_address(draft, stop) if stop else reverse("public:step", args=[world.draft.reference, step])

    name = "public:step" if all_steps()[step].about == "applicant" else "public:person_step"
    return Row(name, "draft", address, step)


def someone_to_leave_out(world: World) -> str:
    """Return the address at which a child is left out of the application."""
    child = next(stop for stop in open_draft(world.draft).stops if stop.step.id == "child-name")
    return reverse("public:leave_out", args=[world.draft.reference, child.asked.person])


def of_paper(name: str) -> Row:
    """Return the row of a page about the draft's paper."""
    return Row(name, "draft", lambda world: reverse(name, args=[world.draft.reference, world.paper().pk]))


def of_act(act: str) -> Row:
    """Return the row of an act's screen; whoever can do it opens it."""

    def address(world: World) -> str:
        return reverse("admin:case_act", args=[world.act(act)[1].pk, act])

    return Row("admin:case_act", f"act:{act}", address, act)


def reader(row: Row, world: World) -> User | None:
    """Return who opens a page."""
    if row.who.startswith("act:"):
        return world.act(row.who.removeprefix("act:"))[0]
    return world.people[row.who] if row.who else None


def finding_page(world: World) -> str:
    """Return the address at which a finding is reviewed."""
    found = Finding.objects.filter(application=world.cases["under_review"], superseded_at=None).earliest("pk")
    return reverse("admin:case_finding", args=[found.application_id, found.pk])


def what_if(world: World) -> str:
    """Return the address at which the facts that would turn a finding are tried."""
    found = Finding.objects.filter(application=world.cases["under_review"], superseded_at=None, code="security")
    row = found.earliest("pk")
    return f"{reverse('admin:case_what_if', args=[row.application_id])}?finding={row.pk}"


def seen_before(world: World) -> str:
    """Return the address at which a page lies beside the one of another case in which it was seen."""
    found = Finding.objects.filter(source=Finding.Source.SIGNAL, superseded_at=None, file__isnull=False).earliest("pk")
    return reverse("admin:case_beside", args=[found.application_id, found.pk])


def quarantined(world: World) -> str:
    """Return the address of a file as it was brought, which no scanner has seen."""
    file = PaperFile.objects.filter(paper=world.paper("under_review")).earliest("pk")
    return reverse("admin:case_original", args=[world.cases["under_review"].pk, file.pk])


def first_page(world: World) -> str:
    """Return the address at which the edges of the first page of the draft's paper are cut off."""
    paper = world.paper()
    return reverse("public:page_trim", args=[world.draft.reference, paper.pk, paper.files.earliest("pk").pk, 1])


def case_page(state: str) -> Row:
    """Return the row of the office's page of a case."""
    name = "admin:applications_application_change"
    return Row(name, "klara", lambda world: reverse(name, args=[world.cases[state].pk]), state)


def first_mail(name: str) -> Row:
    """Return the row of a page about an e-mail of the demonstration."""

    def address(_world: World) -> str:
        return reverse(name, args=[sorted(Path(settings.EMAIL_FILE_PATH).glob("*.eml"))[0].stem])

    return Row(name, "", address)


TOLD = "hungarian=no&nationality=SK~birth&parents=both~no&birth=1980~RO-CJ~RO&m.citizen=ended&m.end=other&f.citizen=?&language=well"
PUBLIC = [
    *(plain(f"inquiry:{name}") for name in ("intro", "questions", "result")),
    Row("inquiry:questions", "", lambda _world: f"{reverse('inquiry:questions')}?{TOLD}", "on the way"),
    Row("inquiry:result", "", lambda _world: f"{reverse('inquiry:result')}?{TOLD}", "with answers"),
    Row("inquiry:result", "", lambda _world: f"{reverse('inquiry:result')}?hungarian=maybe", "broken", status=400),
    *(plain(f"pages:{name}") for name in ("home", "guidance", "law", "accessibility", "privacy", "help", "terms")),
    *(
        Row("pages:topic", "", lambda _world, topic=topic: reverse("pages:topic", args=[topic]), topic)
        for topic in GUIDANCE
    ),
    Row("pages:law", "", lambda _world: f"{reverse('pages:law')}?on=2012-05-31", "on a day"),
    Row("pages:law", "", lambda _world: f"{reverse('pages:law')}?on=soon", "on no day"),
    Row("404", "", lambda _world: "/no-such-page/", status=404),
    plain("public:mailbox"),
    first_mail("public:mail"),
]
ACCOUNT = [
    *(plain(f"account_{name}") for name in ("login", "signup", "reset_password", "inactive")),
    plain("accounts:expired"),
    plain("account_password_reset_completed"),
    *(plain(f"accounts:{name}", "draft") for name in ("account", "second_factor")),
    *(plain(f"account_{name}", "draft") for name in ("logout", "email", "change_password", "reauthenticate")),
    *(plain(f"mfa_{name}", "draft") for name in ("index", "activate_totp", "list_webauthn", "add_webauthn")),
    *(plain(f"mfa_{name}", "guarded") for name in ("index", "deactivate_totp", "view_recovery_codes", "generate_recovery_codes", "reauthenticate")),
    plain("usersessions_list", "draft"),
]  # fmt: skip
FORM = [
    plain("public:home", "draft"),
    plain("public:start", "draft"),
    case("public:tasks", "draft"),
    *(step_page(step) for step in all_steps() if step != "origin"),
    Row("public:leave_out", "draft", someone_to_leave_out),
    case("public:check", "draft"),
    case("public:papers", "draft"),
    case("public:paper_add", "draft"),
    of_paper("public:paper"),
    Row("public:page_trim", "draft", first_page),
]
STATES = (
    "checked", "visit_booked", "filed", "information_requested", "under_review", "advice_requested", "recommended",
    "approved", "before_president", "granted", "summons_sent", "oath_booked", "citizen", "refused",
)  # fmt: skip
TRACKER = [
    plain("public:home", "citizen"),
    *(case("public:case", state) for state in STATES),
    case("public:sent", "checked"),
    case("public:history", "under_review"),
    case("public:visit", "checked"),
    case("public:visit", "visit_booked"),
    case("public:oath", "summons_sent"),
    case("public:oath", "oath_booked"),
    case("public:request", "information_requested"),
    case("public:withdraw", "filed"),
    case("public:take_back", "checked"),
    plain("public:messages", "citizen"),
    Row("public:message", "citizen", lambda world: reverse(
        "public:message", args=[Message.objects.filter(application=world.cases["citizen"]).latest("pk").pk])),
]  # fmt: skip
OFFICE = [
    *(plain("admin:index", who) for who in ("klara", "denes", "csaba", "agota")),
    plain("admin:applications_application_changelist", "klara"),
    Row("admin:applications_application_changelist", "klara", lambda _world: "/office/applications/application/?queue=all", "all"),
    Row("admin:applications_application_changelist", "denes", lambda _world: "/office/applications/application/?q=kovacs", "search"),
    *(case_page(state) for state in STATES),
    *(of_act(act) for act in ACTS),
    Row("admin:case_finding", "klara", finding_page),
    Row("admin:case_what_if", "klara", what_if, "of a finding"),
    Row("admin:case_what_if", "agota", lambda world: reverse("admin:case_what_if", args=[world.cases["filed"].pk])),
    Row("admin:case_beside", "klara", seen_before),
    Row("admin:case_compare", "klara", lambda world: reverse("admin:case_compare", args=[world.cases["under_review"].pk])),
    Row("admin:case_original", "klara", quarantined, "in quarantine", 403),
    Row("admin:case_hand_over_list", "klara", lambda world: (
        f"{reverse('admin:case_hand_over_list')}?ids={world.cases['under_review'].pk}")),
    plain("admin:president", "denes"),
    plain("admin:health", "adam"),
    *(plain(f"admin:applications_{name}_changelist", "adam") for name in ("user", "office", "slot", "job")),
    *(plain(f"admin:applications_{name}_add", "adam") for name in ("user", "office", "slot")),
    record("admin:applications_user_change", "adam", User),
    record("admin:applications_office_change", "adam", Office),
    record("admin:applications_slot_change", "adam", Slot),
    record("admin:applications_slot_delete", "adam", Slot),
    record("admin:applications_job_change", "agota", Job),
    *(plain(f"admin:applications_{name}_changelist", "agota") for name in (
        "journalentry", "journalanchor", "finding", "findingreview", "recommendation", "decision", "oathrecord", "message")),
    record("admin:applications_journalentry_change", "agota", JournalEntry),
    record("admin:applications_journalanchor_change", "agota", JournalAnchor),
    record("admin:applications_finding_change", "agota", Finding),
    record("admin:applications_findingreview_change", "agota", FindingReview),
    record("admin:applications_recommendation_change", "agota", Recommendation),
    record("admin:applications_decision_change", "agota", Decision),
    record("admin:applications_oathrecord_change", "agota", OathRecord),
    record("admin:applications_message_change", "klara", Message),
]  # fmt: skip
ROWS = [*PUBLIC, *ACCOUNT, *FORM, *TRACKER, *OFFICE]

POSTED = "is only posted to, by buttons of other pages"
DOWNLOAD = "answers with a file, a picture or data"
LEADS_ON = "leads on to another page"
IN_BETWEEN = "comes in the middle of signing in; walked where that is walked"
NOT_PAGES: dict[str, str] = {
    **dict.fromkeys(
        ("public:paper_change", "public:visit_book", "public:visit_cancel", "public:oath_book", "public:oath_cancel",
         "public:oath_place", "public:request_extend", "accounts:language", "set_language", "admin:journal_verify"), POSTED),
    **dict.fromkeys(
        ("public:places", "public:paper_state", "public:original", "public:picture", "public:visit_calendar",
         "public:oath_calendar", "public:request_calendar", "public:letter", "accounts:stay", "mfa_download_recovery_codes",
         "mfa_login_webauthn", "admin:autocomplete", "admin:jsi18n", "admin:case_picture", "admin:case_letter",
         "admin:case_clean_copy", "admin:case_dossier", "public:dossier", "public:mail_frame"), DOWNLOAD),
    **dict.fromkeys(
        ("public:scanned", "account_set_password", "admin:login", "admin:logout", "admin:password_change",
         "admin:password_change_done", "admin:applications_application_history", "admin:view_on_site", "admin:app_list", "mfa_remove_webauthn", "mfa_edit_webauthn",
         "mfa_reauthenticate_webauthn"), LEADS_ON),
    **dict.fromkeys(
        ("account_email_verification_sent", "account_confirm_login_code", "account_confirm_password_reset_code", "account_complete_password_reset",
         "mfa_authenticate"), IN_BETWEEN),
}  # fmt: skip
SCREENS = ("_add", "_delete", "_history", "_change", "_changelist")


def closed_screens() -> list[str]:
    """Return the admin's screens that have no row: they must be closed to everybody."""
    listed = {row.name for row in ROWS} | set(NOT_PAGES)
    return [name for name in patterns() if name.startswith("admin:") and name.endswith(SCREENS) and name not in listed]


def patterns() -> Iterator[str]:
    """Yield the full name of every pattern of the portal that has one."""
    yield from names_of(get_resolver(), "")


def names_of(resolver: URLResolver, spaces: str) -> Iterator[str]:
    """Yield the names below a resolver."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from names_of(each, f"{spaces}{each.namespace}:" if each.namespace else spaces)
        elif isinstance(each, URLPattern) and each.name:
            yield f"{spaces}{each.name}"
