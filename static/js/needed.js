// Shows a field that another answer of the page asks for only once it is given; without it all fields are there,
// and the server empties those that were not asked for.

/** @param {Document} page */
export function showNeeded(page) {
  for (const form of page.querySelectorAll("form:has([data-needs])")) {
    const fields = [...form.querySelectorAll("[data-needs]")];
    const update = () => {
      const told = new FormData(form);
      for (const field of fields) {
        field.hidden = !field.dataset.values.split(" ").includes(String(told.get(field.dataset.needs)));
      }
    };
    form.addEventListener("change", update);
    window.addEventListener("pageshow", update);
    update();
  }
}
