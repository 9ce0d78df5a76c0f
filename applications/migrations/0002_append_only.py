"""The database itself refuses to change or delete what is append-only, on both engines."""

from django.db import migrations

TABLES = (
    "applications_journalentry",
    "applications_journalanchor",
    "applications_submission",
    "applications_findingreview",
    "applications_statechange",
    "applications_decision",
    "applications_oathrecord",
)


def guard(apps, schema_editor):
    """Put a trigger before every update and delete."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION honpolgar_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$",
            params=None,  # so that psycopg reads the percent sign as it stands
        )
    for table in TABLES:
        for act in ("UPDATE", "DELETE"):
            name = f"{table}_no_{act.lower()}"
            if schema_editor.connection.vendor == "postgresql":
                schema_editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION honpolgar_append_only()"
                )
            else:
                schema_editor.execute(
                    f"CREATE TRIGGER {name} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END"
                )


def unguard(apps, schema_editor):
    """Take the triggers away again."""
    for table in TABLES:
        for act in ("UPDATE", "DELETE"):
            on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
            schema_editor.execute(f"DROP TRIGGER {table}_no_{act.lower()}{on}")


class Migration(migrations.Migration):
    """Triggers of append-only tables."""

    dependencies = [("applications", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
