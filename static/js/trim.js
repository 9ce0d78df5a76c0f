// Lets the edges of a page be drawn with finger, mouse or arrow keys; the numbers of the form stay what is sent.
// Without it the numbers are typed, and "Show me first" draws them.

const SIDES = ["left", "right", "top", "bottom"];
const OPPOSITE = { left: "right", right: "left", top: "bottom", bottom: "top" };
const HANDLES = [["left"], ["right"], ["top"], ["bottom"], ["left", "top"], ["right", "top"], ["left", "bottom"], ["right", "bottom"]];
const FURTHER = { left: "ArrowRight", right: "ArrowLeft", top: "ArrowDown", bottom: "ArrowUp" };
const BACK = { left: "ArrowLeft", right: "ArrowRight", top: "ArrowUp", bottom: "ArrowDown" };

const box = document.querySelector("[data-trim]");
if (box && window.PointerEvent) begin(box.closest("form"));

function begin(form) {
  const most = Number(box.dataset.most);
  const fields = Object.fromEntries(SIDES.map((side) => [side, form.elements[side]]));
  const handles = HANDLES.map((sides) => handle(sides));
  form.querySelector("[data-trim-hint]").hidden = false;
  form.querySelector("[data-trim-show]").hidden = true;
  for (const side of SIDES) fields[side].addEventListener("input", draw);
  draw();

  function value(side) {
    const said = Math.round(Number(fields[side].value));
    return said > 0 ? Math.min(said, most) : 0;
  }

  function set(side, percent) {
    fields[side].value = Math.max(0, Math.min(Math.round(percent), most - value(OPPOSITE[side])));
    draw();
  }

  function handle(sides) {
    const made = document.createElement("span");
    made.className = `trim-handle trim-handle--${sides.join("-")}`;
    if (sides.length === 1) {
      for (const [name, is] of [["role", "slider"], ["tabindex", "0"], ["aria-label", box.dataset[sides[0]]], ["aria-valuemin", "0"], ["aria-valuemax", most]]) made.setAttribute(name, is);
      made.addEventListener("keydown", (event) => pressed(event, sides[0]));
    } else made.setAttribute("aria-hidden", "true");
    made.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      made.setPointerCapture(event.pointerId);
      if (sides.length === 1) made.focus();
    });
    made.addEventListener("pointermove", (event) => {
      if (made.hasPointerCapture(event.pointerId)) for (const side of sides) set(side, reached(event, side));
    });
    box.append(made);
    return { made, sides };
  }

  function reached(event, side) {
    const page = box.getBoundingClientRect();
    const across = (100 * (event.clientX - page.left)) / page.width;
    const down = (100 * (event.clientY - page.top)) / page.height;
    return { left: across, right: 100 - across, top: down, bottom: 100 - down }[side];
  }

  function pressed(event, side) {
    const step = event.shiftKey ? 5 : 1;
    if (event.key === FURTHER[side]) set(side, value(side) + step);
    else if (event.key === BACK[side]) set(side, value(side) - step);
    else if (event.key === "Home") set(side, 0);
    else return;
    event.preventDefault();
  }

  function draw() {
    const [left, right, top, bottom] = SIDES.map(value);
    const width = Number(box.dataset.width);
    const height = Number(box.dataset.height);
    const [x, y, x2, y2] = [(left * width) / 100, (top * height) / 100, ((100 - right) * width) / 100, ((100 - bottom) * height) / 100];
    box.querySelector(".trim-off").setAttribute("d", `M0 0H${width}V${height}H0ZM${x} ${y}V${y2}H${x2}V${y}Z`);
    for (const { made, sides } of handles) {
      made.style.left = `${sides.includes("left") ? left : sides.includes("right") ? 100 - right : (left + 100 - right) / 2}%`;
      made.style.top = `${sides.includes("top") ? top : sides.includes("bottom") ? 100 - bottom : (top + 100 - bottom) / 2}%`;
      if (sides.length === 1) {
        made.setAttribute("aria-valuenow", value(sides[0]));
        made.setAttribute("aria-valuetext", `${value(sides[0])} %`);
      }
    }
  }
}
