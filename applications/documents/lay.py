"""The child that lays pages on each other: `python -m applications.documents.lay FOLDER COUNT`.

FOLDER holds the clean pictures `0-one.jpg`, `0-other.jpg`, `1-one.jpg` and so on. They were drawn by a child that had
met hostile input, so they are opened in one again. It reports one JSON line a pair on standard output.
"""

import json
import os
import sys
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Final

from applications.documents.confinement import leave_files, leave_network, limit_resources, name_process
from applications.documents.examine import library_paths

NAME: Final = "paper-lay"
"""What the process is called in a list of processes."""


def main(arguments: list[str], preloaded: int = 0) -> int:
    """Compares the pairs; a picture that cannot be opened is like nothing. `preloaded` as in examine.py."""
    name_process(NAME)
    folder, count = Path(arguments[0]), int(arguments[1])
    limit_resources(preloaded)
    leave_network()
    # As in examine.py: decoders are loaded with the limits in force.
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    from applications.documents.likeness import NOTHING_ALIKE, Sheet, likeness  # noqa: PLC0415

    cv2.setNumThreads(1)
    cv2.setRNGSeed(1848)
    leave_files(reading=[folder, *library_paths()], writing=[])

    # A page is held against several: its corners are described once.
    @lru_cache(maxsize=4)
    def sheet(content: bytes) -> Sheet | None:
        data = np.frombuffer(content, np.uint8)
        pixels = cv2.imdecode(data, cv2.IMREAD_COLOR_RGB) if data.size else None
        return None if pixels is None else Sheet(np.asarray(pixels, dtype=np.uint8))

    for number in range(count):
        one, other = (sheet((folder / f"{number}-{which}.jpg").read_bytes()) for which in ("one", "other"))
        found = likeness(one, other) if one and other else NOTHING_ALIKE
        os.write(1, (json.dumps(asdict(found)) + "\n").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
