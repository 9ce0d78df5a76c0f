// Shows what works with JavaScript only, such as signing in with a passkey.

/** @param {Document} page */
export function unveil(page) {
  for (const element of page.querySelectorAll("[data-needs-script]")) element.hidden = false;
}
