"""The demo accounts and offices. They exist in a demonstration only, and their password is no secret."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _

from applications.casework.models import Slot
from applications.core import clock
from applications.core.models import Office, User
from applications.core.roles import ROLES

PASSWORD = "szilvafa-2026-probahoz"  # noqa: S105 - shown at every start of a demonstration


@dataclass(frozen=True)
class DemoAccount:
    """Somebody who can sign in: ``role`` is a role's id, or empty for an applicant; ``city`` names the office."""

    email: str
    name: str
    role: str = ""
    city: str = ""


ILONA = DemoAccount("ilona@example.hu", "Horváth Ilona")
KLARA = DemoAccount("klara@example.hu", "Klára", "caseworker", "Budapest")
KAMILL = DemoAccount("kamill@example.hu", "Kamill", "caseworker", "Budapest")
DENES = DemoAccount("denes@example.hu", "Dénes", "decider", "Budapest")
DOROTTYA = DemoAccount("dorottya@example.hu", "Dorottya", "decider", "Budapest")
CSABA = DemoAccount("csaba@example.hu", "Csaba", "clerk", "Csíkszereda")
AGOTA = DemoAccount("agota@example.hu", "Ágota", "auditor", "Budapest")
ADAM = DemoAccount("adam@example.hu", "Ádám", "administrator", "Budapest")
ACCOUNTS = (ILONA, KLARA, KAMILL, DENES, DOROTTYA, CSABA, AGOTA, ADAM)


@dataclass(frozen=True)
class DemoOffice:
    """An office of the demonstration, with invented hours and an address that is only a street."""

    city: str
    english: str
    country: str
    kind: str
    address: str
    zone: str = "Europe/Budapest"
    languages: str = "hu"


OFFICES = (
    DemoOffice(
        "Csíkszereda", "Miercurea Ciuc", "RO", "consulate", "Petőfi Sándor utca 45.", "Europe/Bucharest", "hu, ro"
    ),
    DemoOffice("Kolozsvár", "Cluj-Napoca", "RO", "consulate", "Főtér 23.", "Europe/Bucharest", "hu, ro, en"),
    DemoOffice("Szabadka", "Subotica", "RS", "consulate", "Zentai út 3.", "Europe/Belgrade", "hu, sr"),
    DemoOffice("Beregszász", "Berehove", "UA", "consulate", "Kossuth Lajos tér 6.", "Europe/Kyiv", "hu, uk"),
    DemoOffice("Ungvár", "Uzhhorod", "UA", "consulate", "Duhnovics utca 11.", "Europe/Kyiv", "hu, uk"),
    DemoOffice("Kassa", "Košice", "SK", "consulate", "Fő utca 72.", "Europe/Bratislava", "hu, sk"),
    DemoOffice("New York", "New York", "US", "consulate", "223 East 52nd Street", "America/New_York", "hu, en"),
    DemoOffice("München", "Munich", "DE", "consulate", "Mauerkircherstraße 5.", "Europe/Berlin", "hu, de"),
    DemoOffice("Szeged", "Szeged", "HU", "district", "Rákóczi tér 1."),
    DemoOffice("Debrecen", "Debrecen", "HU", "district", "Piac utca 42."),
    DemoOffice("Nyíregyháza", "Nyíregyháza", "HU", "district", "Hősök tere 5."),
    DemoOffice("Győr", "Győr", "HU", "district", "Türr István utca 7."),
    DemoOffice("Budapest", "Budapest", "HU", "central", "Bocskai út 17."),
)
_KINDS = {"consulate": ("Főkonzulátus", "Consulate General"), "district": ("Járási hivatal", "District office"),
          "central": ("Állampolgársági főosztály", "Department of Citizenship")}  # fmt: skip
_SLOT_HOURS = (time(8, 30), time(9, 30), time(10, 30), time(13, 0), time(14, 0))
_SLOT_DAYS = 40


def see_to_accounts() -> dict[str, User]:
    """Return the demo accounts by address, making what is missing; an account that is there is left as it is."""
    offices = {office.city: see_to_office(office) for office in OFFICES}
    return {account.email: see_to_account(account, offices.get(account.city)) for account in ACCOUNTS}


def see_to_account(account: DemoAccount, office: Office | None) -> User:
    """Return an account with its confirmed address and its role."""
    found = User.objects.filter(email=account.email).first()
    if found:
        return found
    user = User.objects.create_user(
        account.email, PASSWORD, name=account.name, is_staff=bool(account.role), office=office, language="hu"
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    if account.role:
        user.groups.add(Group.objects.get_or_create(name=ROLES[account.role].id)[0])
    return user


def see_to_office(office: DemoOffice) -> Office:
    """Return an office, making it where it is missing."""
    hungarian, english = _KINDS[office.kind]
    return Office.objects.get_or_create(
        city=office.city,
        kind=office.kind,
        defaults={
            "name_hu": f"{hungarian}, {office.city}",
            "name_en": f"{english}, {office.english}",
            "country": office.country,
            "address": office.address,
            "time_zone": office.zone,
            "languages": office.languages,
            "hours": "H–P 8.30–15.00",
        },
    )[0]


def see_to_slots() -> None:
    """Open times for visits and oaths on the working days to come, at every office that receives people."""
    today = clock.today()
    rows = []
    for office in Office.objects.exclude(kind=Office.Kind.CENTRAL):
        zone = ZoneInfo(office.time_zone)
        for ahead in range(2, _SLOT_DAYS):
            day = today + timedelta(days=ahead)
            if day.weekday() > 4 or (day.toordinal() + office.pk) % 3 == 0:
                continue
            for number, hour in enumerate(_SLOT_HOURS):
                purpose = Slot.Purpose.OATH if number == 4 else Slot.Purpose.FILING
                starts = datetime.combine(day, hour, tzinfo=zone)
                rows.append(Slot(office=office, purpose=purpose, starts_at=starts, capacity=6 if number == 4 else 1))
    Slot.objects.bulk_create(rows, ignore_conflicts=True)


def announcement() -> str:
    """The demo accounts in the reader's language, one a line."""
    lines = [_("Demo accounts (password of all of them: %(password)s)") % {"password": PASSWORD}]
    for account in ACCOUNTS:
        role = str(ROLES[account.role].title) if account.role else _("Applicant")
        lines.append(f"  {account.email:<22} {role}")
    return "\n".join(lines)
