"""The cast: Ilona applies; Klára prepares, Dénes decides, Csaba receives visitors, Ágota reads, Ádám administers."""

from django.contrib.auth.models import Group

from applications.core.models import Office, User

PASSWORD = "csak-proba-jelszo-26"
STAFF = {
    "klara": ("Klára", "caseworker"),
    "kamill": ("Kamill", "caseworker"),
    "denes": ("Dénes", "decider"),
    "csaba": ("Csaba", "clerk"),
    "agota": ("Ágota", "auditor"),
    "adam": ("Ádám", "administrator"),
}


def office() -> Office:
    """Return the consulate where the cast works."""
    return Office.objects.get_or_create(
        city="Csíkszereda",
        kind=Office.Kind.CONSULATE,
        defaults={
            "name_hu": "Főkonzulátus, Csíkszereda",
            "name_en": "Consulate General, Csíkszereda",
            "country": "RO",
            "address": "Szabadság tér 1.",
        },
    )[0]


def applicant(name: str = "ilona") -> User:
    """Return an applicant's account."""
    return User.objects.create_user(f"{name}@example.hu", PASSWORD, language="hu")


def staff(name: str) -> User:
    """Return a member of staff of the cast, in the role the cast gives."""
    title, role = STAFF[name]
    user = User.objects.create_user(f"{name}@example.hu", PASSWORD, name=title, is_staff=True, office=office())
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    return user
