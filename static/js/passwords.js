// A button beside a password field that shows what was typed, and hides it again before the form is sent.
// Its words come from the page (data-show, data-hide, data-password on <body>), so that they are in its language.

/** @param {Document} page */
export function showPasswords(page) {
  const { show, hide, password } = page.body.dataset;
  if (!show) return;
  for (const input of page.querySelectorAll('input[type="password"]')) {
    const button = page.createElement("button");
    button.type = "button";
    button.className = "button button--plain password-show";
    const word = page.createElement("span");
    const what = page.createElement("span");
    what.className = "unseen";
    what.textContent = ` ${password}`;
    word.textContent = show;
    button.append(word, what);
    button.setAttribute("aria-controls", input.id);
    button.setAttribute("aria-pressed", "false");
    const box = page.createElement("div");
    box.className = "password";
    input.before(box);
    box.append(input, button);
    const reveal = (visible) => {
      input.type = visible ? "text" : "password";
      word.textContent = visible ? hide : show;
      button.setAttribute("aria-pressed", String(visible));
    };
    button.addEventListener("click", () => reveal(input.type === "password"));
    input.form?.addEventListener("submit", () => reveal(false));
  }
}
