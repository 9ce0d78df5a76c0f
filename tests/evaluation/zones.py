"""Machine-readable zones: read whole when every line is exactly right."""

import tempfile
from collections import defaultdict
from pathlib import Path

from applications.demo.cameras import CONDITIONS, LAYOUTS, PHOTO_WIDTHS, PHOTOS, SCANS, Shot, taken
from applications.demo.zone_papers import FORMATS, identity_paper
from applications.documents.opened_file import OpenedFile
from tests.evaluation.counts import share, table
from tests.evaluation.runner import Part, Result

DPI = 300
EACH_SCAN = 17
EACH_PHOTO = 12
GOALS = {"scans": 0.99, "photos": 0.95}


def tasks(seed: str) -> list[str]:
    """Every format under every condition in both layouts, so many times."""
    return [
        f"{form} {condition} {layout} {number}"
        for number in range(max(EACH_SCAN, EACH_PHOTO))
        for form in FORMATS
        for condition in CONDITIONS
        for layout in LAYOUTS
        if number < (EACH_SCAN if condition in SCANS else EACH_PHOTO)
    ]


def picture_of(seed: str, task: str) -> tuple[bytes, str, list[str]]:
    """The file of a task, its kind, and the lines that stand on it."""
    form, condition, layout, number = task.split()
    _, paper, sheet = identity_paper(f"{seed} {task}", form)
    width = PHOTO_WIDTHS[int(number) % len(PHOTO_WIDTHS)]
    data = taken(sheet.image, Shot(condition, layout, width), dpi=DPI, seed=f"{seed} {task}")
    return data, paper.kind, paper.values["mrz"].splitlines()


def work(seed: str, task: str) -> Result:
    """Read one picture as an upload of its kind is read."""
    import time

    data, kind, lines = picture_of(seed, task)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        zone = OpenedFile(data, name="paper.jpg", kind=kind, out_dir=Path(folder)).zone
    read = list(zone.lines) if zone else []
    return {
        "whole": read == lines,
        "valid": bool(zone and zone.valid),
        "lines": lines,
        "read": read,
        "reading": round(time.perf_counter() - began, 3),
    }


def told(results: list[Result]) -> list[str]:
    """By condition and format; then how many zones that hold were wrong, and how long reading takes."""
    by: dict[tuple[str, str, str], list[Result]] = defaultdict(list)
    for result in results:
        form, condition, layout, _ = str(result["task"]).split()
        by[form, condition, layout].append(result)
    rows = []
    for condition in CONDITIONS:
        for layout in LAYOUTS:
            cells = [_whole(by[form, condition, layout]) for form in FORMATS]
            rows.append([condition, layout, *cells])
    groups = {"scans": SCANS, "photos": PHOTOS}
    lines = [*table(("Condition", "Layout", *FORMATS), rows), ""]
    for name, conditions in groups.items():
        whole = [result for result in results if str(result["task"]).split()[1] in conditions]
        lines.append(
            f"- {name} read whole: {share(sum(bool(each['whole']) for each in whole), len(whole))}, goal {GOALS[name]:.0%}"
        )
    wrong = sum(bool(each["valid"]) and not each["whole"] for each in results)
    lines.append(
        f"- all check digits hold and yet a character is wrong: {wrong} of {sum(bool(each['valid']) for each in results)}"
    )
    times = sorted(float(str(each["reading"])) for each in results)
    if times:
        lines.append(f"- seconds a page with drawing: median {times[len(times) // 2]:.2f}, longest {times[-1]:.2f}")
    return lines


def _whole(results: list[Result]) -> str:
    return f"{sum(bool(each['whole']) for each in results)}/{len(results)}"


PART = Part("zones", "Machine-readable zones read whole", tasks, work, told)
