// Suggestions under a field for a place: a combobox by the pattern of the ARIA practices guide.
// The address in data-suggest answers ?q= with {"places": [{"id", "name", "also", "where"}]}.

const WAIT = 160;
const SHORTEST = 2;

/** @param {Document} page */
export function suggestPlaces(page) {
  for (const input of page.querySelectorAll("input[data-suggest]")) attach(page, input);
}

function attach(page, input) {
  const box = input.closest(".suggest");
  const picked = box && box.querySelector("[data-place]");
  if (!picked) return;
  const list = page.createElement("ul");
  list.id = `${input.id}_list`;
  list.className = "suggest-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent.trim() || "");
  list.hidden = true;
  box.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  let timer = 0;
  let asked = "";
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    const options = [...list.children];
    if (!options.length) return;
    active = (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };
  const choose = (option) => {
    input.value = option.dataset.name;
    picked.value = option.dataset.id;
    close();
  };
  const show = (places) => {
    list.replaceChildren(...places.map((place, i) => optionOf(page, list.id, place, i)));
    list.hidden = !places.length;
    active = -1;
    input.setAttribute("aria-expanded", String(places.length > 0));
  };
  const ask = async () => {
    const words = input.value.trim();
    asked = words;
    if (words.length < SHORTEST) return close();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(words)}`, { headers: { accept: "application/json" } });
      if (answer.ok && asked === words && page.activeElement === input) show((await answer.json()).places);
    } catch {
      close();
    }
  };

  input.addEventListener("input", () => {
    picked.value = "";
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) return void ask();
      event.preventDefault();
      mark(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      choose(list.children[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
}

function optionOf(page, prefix, place, i) {
  const option = page.createElement("li");
  option.id = `${prefix}_${i}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.id = place.id;
  option.dataset.name = place.name;
  const name = page.createElement("b");
  name.textContent = place.name;
  option.append(name);
  const rest = [place.also, place.where].filter(Boolean).join(" · ");
  if (rest) {
    const small = page.createElement("small");
    small.textContent = rest;
    option.append(small);
  }
  return option;
}
