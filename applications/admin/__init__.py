"""The back office: Django's admin with screens of our own, one file a screen."""
