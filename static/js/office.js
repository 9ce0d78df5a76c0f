// What JavaScript adds to the back office: keys, and papers that change without the page. Everything works without it.

const STORE = "office-keys";

/** Whether the reader wants single keys to act (WCAG 2.1.4: they can be switched off). */
function keysAreOn() {
  return localStorage.getItem(STORE) !== "off";
}

/** @param {Document} page */
function switchKeys(page) {
  const button = page.querySelector("[data-keys-switch]");
  if (!button) return;
  const words = button.querySelector("[data-on]");
  const show = () => {
    button.setAttribute("aria-pressed", String(keysAreOn()));
    words.textContent = keysAreOn() ? words.dataset.on : words.dataset.off;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    localStorage.setItem(STORE, keysAreOn() ? "off" : "on");
    show();
  });
  show();
}

/** Follow the link or press the button whose key was struck; "/" goes to the search. @param {Document} page */
function followKeys(page) {
  page.addEventListener("keydown", (event) => {
    if (!keysAreOn() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable], [data-sheet].sheet--large, .sheet--2, .sheet--3")) {
      if (!/^[123xc]$/.test(event.key)) return;
      if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    }
    if (event.key === "/") {
      const search = page.querySelector("[data-office-search] input");
      if (search) {
        event.preventDefault();
        search.focus();
      }
      return;
    }
    const target = page.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (target) {
      event.preventDefault();
      target.click();
    }
  });
}

/** Lay another page on the desk without leaving the case. @param {Document} page */
function turnPages(page) {
  page.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-desk]");
    const desk = page.getElementById("desk");
    if (!link || !desk || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const leaving = link.rel;
    desk.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(link.href, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("desk");
      desk.replaceChildren(...fresh.childNodes);
      history.replaceState(null, "", link.href);
      for (const row of page.querySelectorAll(".shelf li")) row.removeAttribute("aria-current");
      link.closest(".shelf li")?.setAttribute("aria-current", "true");
      const again = leaving && desk.querySelector(`a[rel="${leaving}"]`);
      (again || desk).focus({ preventScroll: Boolean(again) });
      if (!again) desk.scrollIntoView({ block: "start" });
    } catch {
      location.assign(link.href);
    } finally {
      desk.removeAttribute("aria-busy");
    }
  });
}

/** Go from place to place on the page with j and k; a fact's link puts the focus on its place. @param {Document} page */
function walkPlaces(page) {
  page.addEventListener("keydown", (event) => {
    const step = { j: 1, k: -1 }[event.key];
    if (!step || !keysAreOn() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const places = [...page.querySelectorAll("[data-place]")];
    if (!places.length) return;
    event.preventDefault();
    const at = places.indexOf(page.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : places.length - 1) : (at + step + places.length) % places.length;
    places[next].focus();
    places[next].scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-fact], a[data-place]");
    const target = link?.getAttribute("href").startsWith("#") && page.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    history.replaceState(null, "", link.href.baseVal ?? link.href);
    const goal = target.matches("tr") ? target.querySelector("a[data-fact]") || target : target;
    goal.focus();
    target.scrollIntoView({ block: "center", inline: "nearest" });
  });
}

/** Move two pages that lie side by side together. @param {Document} page */
function moveTogether(page) {
  const sheets = [...page.querySelectorAll("[data-compare] [data-moves]")];
  let leader = null;
  for (const sheet of sheets) {
    for (const kind of ["pointerenter", "focusin", "wheel", "touchstart"]) {
      sheet.addEventListener(kind, () => (leader = sheet), { passive: true });
    }
    sheet.addEventListener("scroll", () => {
      if (leader !== sheet) return;
      for (const other of sheets) {
        if (other === sheet) continue;
        const down = sheet.scrollTop / Math.max(1, sheet.scrollHeight - sheet.clientHeight);
        const across = sheet.scrollLeft / Math.max(1, sheet.scrollWidth - sheet.clientWidth);
        other.scrollTop = down * (other.scrollHeight - other.clientHeight);
        other.scrollLeft = across * (other.scrollWidth - other.clientWidth);
      }
    });
  }
}

/** Enlarge the page in place instead of opening it alone. @param {Document} page */
function enlarge(page) {
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-zoom]");
    const sheet = page.querySelector("[data-sheet]");
    if (!link || !sheet || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    sheet.classList.toggle("sheet--large");
    sheet.focus();
  });
  page.addEventListener("keydown", (event) => {
    const sheet = event.target.closest?.("[data-sheet].sheet--large");
    if (sheet && (event.key === "Escape" || event.key === "z")) {
      sheet.classList.remove("sheet--large");
      event.preventDefault();
    }
  });
}

/** Above boxes that are mostly ticked together, a button for all. @param {Document} page */
function tickTogether(page) {
  for (const group of page.querySelectorAll("[data-tick-all]")) {
    const boxes = [...group.querySelectorAll("input[type=checkbox]")];
    if (boxes.length < 3) continue;
    const button = page.createElement("button");
    const all = () => boxes.every((box) => box.checked);
    const show = () => (button.textContent = all() ? group.dataset.tickNone : group.dataset.tickAll);
    Object.assign(button, { type: "button", className: "button button--plain button--small" });
    button.addEventListener("click", () => {
      const ticked = !all();
      for (const box of boxes) box.checked = ticked;
      boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
      show();
    });
    group.addEventListener("change", show);
    group.querySelector("legend").after(button);
    show();
  }
}

switchKeys(document);
tickTogether(document);
followKeys(document);
turnPages(document);
enlarge(document);
walkPlaces(document);
moveTogether(document);
