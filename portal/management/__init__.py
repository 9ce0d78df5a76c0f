"""Commands of the installation, for `manage.py`."""
