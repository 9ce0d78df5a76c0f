// A double click sends a form once. The server is safe against it anyway; this spares the reader a second page.

const PAUSE = 8000;

/** @param {Document} page */
export function submitOnce(page) {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-once]") || event.defaultPrevented) return;
    const now = Date.now();
    if (now - Number(form.dataset.sentAt || 0) < PAUSE) {
      event.preventDefault();
      return;
    }
    form.dataset.sentAt = String(now);
    if (event.submitter) event.submitter.setAttribute("aria-disabled", "true");
  });
  window.addEventListener("pageshow", () => {
    for (const form of page.querySelectorAll("form[data-once]")) {
      delete form.dataset.sentAt;
      for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
    }
  });
}
