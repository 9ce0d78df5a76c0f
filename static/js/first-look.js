// Looks at chosen pictures before they are sent, while the paper is still at hand: too small, blank, out of focus.
// It measures as the server does and says the server's words; it only advises, and without it the server says the same.

const box = document.querySelector("[data-first-look]");
const asked = box ? JSON.parse(box.querySelector("script").textContent) : null;

if (asked && window.createImageBitmap) {
  for (const input of document.querySelectorAll("input[data-upload]")) {
    const told = document.createElement("div");
    told.setAttribute("role", "status");
    told.className = "first-look";
    input.after(told);
    input.addEventListener("change", () => look(input, told));
  }
}

async function look(input, told) {
  const files = [...input.files];
  const notes = [];
  told.replaceChildren();
  for (const file of files) {
    if (!/^image\/(jpeg|png)$/.test(file.type)) continue;
    for (const words of await trouble(file)) notes.push([file.name, words]);
  }
  // Other files may have been chosen in the meantime.
  if (files.length !== input.files.length || files.some((file, at) => file !== input.files[at])) return;
  told.replaceChildren(...notes.map(([name, words]) => note(name, words)));
  if (notes.length) told.append(line(box.dataset.after, "hint"));
}

function note(name, words) {
  const made = line("", "note note--look");
  const title = document.createElement("b");
  title.textContent = name;
  made.append(title, ` ${words}`);
  return made;
}

function line(words, style) {
  const made = document.createElement("p");
  made.className = style;
  made.textContent = words;
  return made;
}

async function trouble(file) {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return []; // What the browser cannot open, the server looks at.
  }
  const dpi = Math.round(Math.max(picture.width, picture.height) / asked.inches);
  const small = asked.resolution.find((each) => dpi < each.under);
  const page = grey(picture);
  picture.close();
  const said = small ? [small.words.replace("{dpi}", dpi)] : [];
  if (inkShare(page) < asked.blank.under) said.push(asked.blank.words);
  else if (asked.blurred && dpi >= asked.blurred.from_dpi && sharpness(page) < asked.blurred.under) {
    said.push(asked.blurred.words);
  }
  return said;
}

function grey(picture) {
  const width = asked.width;
  const height = Math.max(8, Math.min(4 * width, Math.round((picture.height * width) / picture.width)));
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, width, height);
  const colours = pen.getImageData(0, 0, width, height).data;
  const levels = new Uint8Array(width * height);
  for (let at = 0; at < levels.length; at++) {
    levels[at] = 0.299 * colours[4 * at] + 0.587 * colours[4 * at + 1] + 0.114 * colours[4 * at + 2] + 0.5;
  }
  return { levels, width, height };
}

// Variance of the Laplacian of the page after a median of 3 × 3, so that noise does not pass for sharpness.
function sharpness({ levels, width, height }) {
  const calm = new Uint8Array(levels.length);
  const near = new Uint8Array(9);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let count = 0;
      for (let down = -width; down <= width; down += width) {
        for (let across = -1; across <= 1; across++) near[count++] = levels[y * width + x + down + across];
      }
      calm[y * width + x] = middle(near);
    }
  }
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      const at = y * width + x;
      const edge = calm[at - 1] + calm[at + 1] + calm[at - width] + calm[at + width] - 4 * calm[at];
      sum += edge;
      squares += edge * edge;
      count++;
    }
  }
  return squares / count - (sum / count) ** 2;
}

// Nineteen exchanges that bring the middle one of nine to its place: sorting a page's million nines takes seconds.
const EXCHANGES = [1, 2, 4, 5, 7, 8, 0, 1, 3, 4, 6, 7, 1, 2, 4, 5, 7, 8, 0, 3, 5, 8, 4, 7, 3, 6, 1, 4, 2, 5, 4, 7, 4, 2, 6, 4, 4, 2];

function middle(nine) {
  for (let at = 0; at < EXCHANGES.length; at += 2) {
    const low = nine[EXCHANGES[at]];
    const high = nine[EXCHANGES[at + 1]];
    if (low > high) {
      nine[EXCHANGES[at]] = high;
      nine[EXCHANGES[at + 1]] = low;
    }
  }
  return nine[4];
}

// Share of pixels clearly darker than the brightest of their surroundings, which is the paper.
function inkShare({ levels, width, height }) {
  const cell = Math.floor(asked.blank.kernel / 2);
  const across = Math.ceil(width / cell);
  const paper = new Uint8Array(across * Math.ceil(height / cell));
  for (let at = 0; at < levels.length; at++) {
    const place = Math.floor(Math.floor(at / width) / cell) * across + Math.floor((at % width) / cell);
    if (levels[at] > paper[place]) paper[place] = levels[at];
  }
  let dark = 0;
  for (let at = 0; at < levels.length; at++) {
    const place = Math.floor(Math.floor(at / width) / cell) * across + Math.floor((at % width) / cell);
    if (paper[place] - levels[at] > asked.blank.levels) dark++;
  }
  return dark / levels.length;
}
