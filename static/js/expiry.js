// Warns before the session ends, and offers to stay. The words and the times are on the page
// (<div data-expiry="seconds" data-stay="address" hidden>), which is empty for readers who are not signed in.

const WARN = 5 * 60;

/** @param {Document} page */
export function warnOfExpiry(page) {
  const box = page.querySelector("[data-expiry]");
  if (!box) return;
  const seconds = Number(box.dataset.expiry);
  let endsAt = Date.now() + seconds * 1000;
  const minutes = box.querySelector("[data-minutes]");
  const stay = box.querySelector("[data-stay-button]");

  const look = () => {
    const left = (endsAt - Date.now()) / 1000;
    box.hidden = left > WARN;
    if (!box.hidden && minutes) minutes.textContent = String(Math.max(0, Math.ceil(left / 60)));
  };
  stay?.addEventListener("click", async () => {
    const answer = await fetch(box.dataset.stay, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return void page.location.reload();
    endsAt = Date.now() + seconds * 1000;
    look();
  });
  setInterval(look, 15000);
}
