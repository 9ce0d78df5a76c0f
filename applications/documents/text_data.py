"""Where this machine keeps the language data of Tesseract, and which of the languages of our papers it has."""

from pathlib import Path
from typing import Final

LANGUAGES: Final = ("hun", "ron", "srp", "srp_latn", "slk", "ukr", "deu", "lat", "eng")
"""Languages that are read, by the names of Tesseract's data files; Debian has each as tesseract-ocr-<name>."""

CYRILLIC: Final = ("srp", "ukr")

USUAL_FOLDERS: Final = (
    Path("/usr/share/tesseract-ocr/5/tessdata"),
    Path("/usr/share/tesseract-ocr/tessdata"),
    Path("/usr/share/tessdata"),
    Path("/usr/local/share/tessdata"),
)


def data_folder(named: str = "") -> Path | None:
    """The folder of language data: the named one, else the first usual one that has any; None where there is none."""
    for folder in (Path(named),) if named else USUAL_FOLDERS:
        if installed(folder):
            return folder
    return None


def installed(folder: Path | None) -> tuple[str, ...]:
    """The languages of our papers for which a folder has data, in the order of LANGUAGES."""
    if folder is None:
        return ()
    return tuple(name for name in LANGUAGES if (folder / f"{name}.traineddata").is_file())
