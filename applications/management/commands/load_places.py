"""Fills the table of places, which suggestions are searched in, from the gazetteer of the law."""

import gzip

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from applications.family.models import Place
from applications.family.services import folded
from rules import gazetteer

BATCH = 2000


class Command(BaseCommand):
    """Loads the gazetteer once; run again it does nothing, unless there are other places or ``--anew`` is given."""

    help = "Load the gazetteer into the table of places."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --anew."""
        parser.add_argument("--anew", action="store_true", help="replace what was loaded before")

    def handle(self, *, anew: bool, **_options: object) -> None:
        """Load what is missing."""
        with gzip.open(gazetteer.SOURCE, "rb") as source:
            total = sum(1 for _line in source)
        if Place.objects.count() == total and not anew:
            return
        with transaction.atomic():
            Place.objects.all().delete()
            Place.objects.bulk_create((row_of(place) for place in gazetteer.places()), batch_size=BATCH)
        self.stdout.write(f"{total} places loaded.")


def row_of(place: gazetteer.Place) -> Place:
    """Return a place as it is searched: every name folded, between bars."""
    names = dict.fromkeys(folded(name) for name in place.names)
    return Place(
        id=str(place.id),
        name=place.name,
        names=list(place.names),
        search=f"|{'|'.join(names)}|",
        country=place.country,
        area=place.area,
        population=place.population,
    )
