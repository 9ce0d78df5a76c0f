"""Runs the tasks of a part over processes, and keeps what came out, so that an interrupted run goes on where it was."""

import json
import multiprocessing
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from random import Random

Result = dict[str, object]


@dataclass(frozen=True)
class Part:
    """A part of the measurement: its tasks' names for a seed, what one task does, and the lines that are said of all."""

    name: str
    title: str
    tasks: Callable[[str], list[str]]
    work: Callable[[str, str], Result]
    told: Callable[[list[Result]], list[str]]


def results(part: Part, seed: str, folder: Path, *, jobs: int, share: float = 1.0) -> list[Result]:
    """Every result of a part in the order of its tasks; those in the folder are not worked out again.

    ``share`` below 1 takes only so many of the tasks, the same ones each time.
    """
    tasks = part.tasks(seed)
    chosen = set(Random(1).sample(tasks, round(share * len(tasks))))  # noqa: S311 - not for secrets
    wanted = [task for task in tasks if task in chosen]
    kept = folder / f"{part.name}.jsonl"
    known = {str(each["task"]): each for each in _read(kept)}
    missing = [task for task in wanted if task not in known]
    if missing:
        folder.mkdir(parents=True, exist_ok=True)
        with kept.open("a", encoding="utf-8") as file:
            for number, result in enumerate(_worked(part, seed, missing, jobs), 1):
                known[str(result["task"])] = result
                file.write(json.dumps(result, ensure_ascii=False) + "\n")
                file.flush()
                _say_progress(part.name, number, len(missing))
    return [known[task] for task in wanted]


def known(part: Part, seed: str, folder: Path) -> list[Result]:
    """The results that earlier runs kept, in the order of their tasks; nothing is worked out."""
    kept = {str(each["task"]): each for each in _read(folder / f"{part.name}.jsonl")}
    return [kept[task] for task in part.tasks(seed) if task in kept]


def _worked(part: Part, seed: str, tasks: Iterable[str], jobs: int) -> Iterator[Result]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_single_threaded) as pool:
        futures = [pool.submit(_timed, part.work, seed, task) for task in tasks]
        try:
            for future in as_completed(futures):
                yield future.result()
        except (BrokenProcessPool, KeyboardInterrupt):
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _single_threaded() -> None:
    """Processes share the processors; libraries must not start threads of their own on top."""
    import os

    os.environ["OMP_THREAD_LIMIT"] = "1"
    import cv2
    import django

    cv2.setNumThreads(1)
    django.setup()


def _timed(work: Callable[[str, str], Result], seed: str, task: str) -> Result:
    began = time.perf_counter()
    result = work(seed, task)
    return {"task": task, "seconds": round(time.perf_counter() - began, 3), **result}


def _read(path: Path) -> list[Result]:
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return [json.loads(line) for line in lines if line.endswith("\n")]


def _say_progress(name: str, number: int, count: int) -> None:
    if number % 25 == 0 or number == count:
        sys.stderr.write(f"{name}: {number} of {count}\n")
        sys.stderr.flush()
