"""The conditions of the law, one file a subject: the sentence above, the code below. All files are loaded here."""

from importlib import import_module
from pkgutil import iter_modules

from rules.rule import check_complete

for _module in sorted(module.name for module in iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")
check_complete()
