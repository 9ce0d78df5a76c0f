"""What lies in the database cannot be read without the key ring, and old keys still open old values."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from applications.core.encryption import UnreadableValue, decrypt, encrypt
from applications.core.models import User
from applications.family.models import Person
from applications.family.services import family_of
from applications.intake.models import Answers


def test_a_new_key_in_front_still_opens_old_values(settings):
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.ENCRYPTION_KEYS = f"k1:{old}"
    token = encrypt("Útlevél BA123".encode())
    settings.ENCRYPTION_KEYS = f"k2:{new},k1:{old}"

    assert decrypt(token).decode() == "Útlevél BA123"
    assert encrypt(b"x").startswith(b"k2$")


def test_a_missing_key_and_a_changed_value_are_noticed(settings):
    settings.ENCRYPTION_KEYS = f"k1:{Fernet.generate_key().decode()}"
    token = encrypt(b"secret")
    settings.ENCRYPTION_KEYS = f"k2:{Fernet.generate_key().decode()}"

    with pytest.raises(UnreadableValue):
        decrypt(token)
    settings.ENCRYPTION_KEYS = f"k1:{Fernet.generate_key().decode()}"
    with pytest.raises(UnreadableValue):
        decrypt(token)


def test_a_ring_that_is_no_ring_refuses_to_start(settings):
    settings.ENCRYPTION_KEYS = "k1:not-a-key"

    with pytest.raises(ImproperlyConfigured, match="HONPOLGAR_KEYS"):
        encrypt(b"x")


@pytest.mark.django_db
def test_answers_lie_encrypted_in_the_database():
    person = Person.objects.create(family=family_of(User.objects.create_user("ilona@example.hu")))
    Answers.objects.create(person=person, step="contact", data={"phone": "+40 266 555 123"}, form_version="1")

    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM applications_answers")
        (stored,) = cursor.fetchone()

    assert "555" not in stored
    assert Answers.objects.get().data == {"phone": "+40 266 555 123"}


def test_files_lie_encrypted_on_the_disk():
    name = default_storage.save("originals/test", ContentFile(b"%PDF-1.7 Ilona"))
    assert b"Ilona" not in Path(default_storage.path(name)).read_bytes()

    with default_storage.open(name) as stored:
        assert stored.read() == b"%PDF-1.7 Ilona"
    with pytest.raises(ValueError, match="public"):
        default_storage.url(name)
    default_storage.delete(name)
