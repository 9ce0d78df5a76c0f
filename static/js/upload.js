// Shows how far an upload is, shows errors beside their fields, and looks whether the checks are done.
// Without it the forms work as plain forms, and the page is opened anew while checks run.

const LOOK_AGAIN = 1500;

for (const form of document.querySelectorAll("form[data-upload-form]")) watch(form);
for (const box of document.querySelectorAll("[data-waiting]")) look(box);

function watch(form) {
  const box = form.querySelector("[data-progress]");
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !window.FormData || !box) return;
    event.preventDefault();
    send(form, box);
  });
}

function send(form, box) {
  const bar = box.querySelector("progress");
  const words = box.querySelector("span");
  const request = new XMLHttpRequest();
  request.open("POST", form.action || window.location.href);
  request.setRequestHeader("Accept", "application/json");
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = Math.round((event.loaded / event.total) * 100);
    words.textContent = `${box.dataset.sending} ${bar.value} %`;
  });
  request.addEventListener("load", () => {
    const answer = read(request);
    if (answer && answer.address) return void (window.location.href = answer.address);
    box.hidden = true;
    delete form.dataset.sentAt;
    if (answer && answer.errors) return showErrors(form, answer.errors);
    form.submit();
  });
  request.addEventListener("error", () => {
    words.textContent = box.dataset.broken;
    delete form.dataset.sentAt;
  });
  box.hidden = false;
  request.send(new FormData(form));
}

function read(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}

function showErrors(form, errors) {
  for (const old of form.querySelectorAll(".error")) old.remove();
  let first = null;
  for (const [name, sentences] of Object.entries(errors)) {
    const control = form.elements[name];
    const input = control && (control.length && !control.tagName ? control[0] : control);
    if (!input) continue;
    first ||= input;
    const field = input.closest(".field");
    field.classList.add("field--bad");
    const box = document.createElement("div");
    box.id = `${input.id}_error`;
    for (const sentence of sentences) {
      const line = document.createElement("p");
      line.className = "error";
      line.textContent = sentence;
      box.append(line);
    }
    input.before(box);
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", box.id);
  }
  first?.focus();
}

function progress(list, said) {
  const groups = [...list.children];
  const file = list.dataset.checking;
  const over = said.files[file] === "checked";
  const at = over ? groups.length : groups.findIndex((group) => group.dataset.group === said.checking[file]);
  for (const [place, group] of groups.entries()) {
    const state = place < at ? "done" : place === at ? "now" : "next";
    if (group.className === `is-${state}`) continue;
    group.className = `is-${state}`;
    group.textContent = state === "done" ? group.dataset.done : group.dataset.doing;
  }
}

// Other fields of the page may hold words that nobody has sent yet: only what was waited for is put in anew.
async function renew(box) {
  const answer = await fetch(window.location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(box.id);
  if (!answer.ok || !fresh) throw new Error("The page has no such place any more.");
  box.replaceChildren(...fresh.childNodes);
  delete box.dataset.waiting;
}

function look(box) {
  setTimeout(async () => {
    try {
      const answer = await fetch(box.dataset.waiting, { headers: { accept: "application/json" } });
      const said = answer.ok ? await answer.json() : null;
      if (said && said.waiting === 0) return box.id ? await renew(box) : void window.location.reload();
      if (said) for (const list of box.querySelectorAll("[data-checking]")) progress(list, said);
    } catch {
      // The next look may find the network again.
    }
    look(box);
  }, LOOK_AGAIN);
}
