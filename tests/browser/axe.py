"""What is wrong with a page for people who use it differently: axe's findings, overflow, errors of scripts and policies."""

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

SOURCE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async tags => (await axe.run(document, {runOnly: tags, resultTypes: ['violations']})).violations.map(
    rule => `${rule.id}: ${rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`)"""
WIDER = """() => document.documentElement.scrollWidth > innerWidth + 1 ? [...document.querySelectorAll('body *')].filter(
    e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 4).map(e => e.outerHTML.slice(0, 120)) : []"""


def prepare(context: BrowserContext) -> None:
    """Have axe at hand on every page of a browser."""
    context.add_init_script(path=SOURCE)


def listen(page: Page) -> list[str]:
    """Return a list that fills with what the page complains of: failed scripts, refused contents, missing files."""
    heard: list[str] = []
    page.on("console", lambda said: heard.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(f"script: {error}"))
    return heard


def faults(page: Page) -> list[str]:
    """Return axe's violations, and what makes the page wider than the window."""
    return [*page.evaluate(RUN, RULES), *(f"too wide: {element}" for element in page.evaluate(WIDER))]


def frame(page: Page, language: str) -> list[str]:
    """Return what is wrong with the frame of a page: its language, its title, its one main heading and landmark."""
    seen: Mapping[str, object] = page.evaluate(
        "() => ({lang: document.documentElement.lang, title: document.title.trim(),"
        " headings: document.querySelectorAll('h1').length, mains: document.querySelectorAll('main').length})"
    )
    wanted = {"lang": language, "headings": 1, "mains": 1}
    wrong = [f"{name} is {seen[name]!r}, not {value!r}" for name, value in wanted.items() if seen[name] != value]
    return wrong if seen["title"] else [*wrong, "there is no title"]
