// Moves the reader to the error summary when the page opens, and to the field when a link in it is followed.

/** @param {Document} page */
export function focusErrors(page) {
  const summary = page.querySelector("[data-errors]");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const control = link && page.getElementById(link.hash.slice(1));
    if (!control) return;
    event.preventDefault();
    const group = control.closest(".field");
    (group || control).scrollIntoView();
    control.focus({ preventScroll: true });
  });
}
