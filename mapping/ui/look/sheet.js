// Shows markup that came from Python, changing only what differs, and tells Python what was pressed.

const known = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".sheet");
  let sheet = known.get(root);
  if (!sheet) {
    sheet = { press: null };
    known.set(root, sheet);
    root.addEventListener("click", (event) => {
      if (event.target.closest("[data-print]")) return print();
      const pressed = event.target.closest("[data-act]");
      if (!pressed || !root.contains(pressed)) return;
      if (pressed.tagName === "A") event.preventDefault();
      sheet.press({ act: pressed.dataset.act, value: pressed.dataset.value ?? "" });
    });
    sheet.timer = setInterval(() => tick(root), 500);
    sheet.typed = (event) => byKey(root, event);
    sheet.outside = (event) => shutMenus(root, event);
    sheet.framed = (event) => fromFrame(event) && pressKey(root, event.data.code);
    addEventListener("keydown", sheet.typed, { capture: true }); // before anything on the page takes it
    addEventListener("message", sheet.framed);
    addEventListener("pointerdown", sheet.outside, { capture: true });
  }
  sheet.press = (act) => setTriggerValue("act", act);
  const next = document.createElement("div");
  next.className = "sheet";
  next.innerHTML = data.html;
  same(root, next);
  tick(root);
  return () => {
    if (root.isConnected) return;
    clearInterval(sheet.timer);
    removeEventListener("keydown", sheet.typed, { capture: true });
    removeEventListener("message", sheet.framed);
    removeEventListener("pointerdown", sheet.outside, { capture: true });
  };
}

// data-menu: a fold that lies over the page and goes when something else is pressed, or by Escape.
function shutMenus(root, event) {
  for (const menu of root.querySelectorAll("details[data-menu][open]")) if (!event.composedPath().includes(menu)) menu.open = false;
}

// data-key: the letter that presses an element together with Alt, wherever the focus is.
function byKey(root, event) {
  if (!root.isConnected) return; // of a page that was left
  const menu = event.key === "Escape" && root.querySelector("details[data-menu][open]");
  if (menu) (menu.open = false), menu.querySelector("summary").focus();
  if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
  if (!pressKey(root, event.code)) return;
  event.preventDefault();
  event.stopPropagation();
}

// Presses what has this key; whether there was anything.
function pressKey(root, code) {
  const keyed = [...root.querySelectorAll("[data-key]")].filter((element) => code === `Key${element.dataset.key}`);
  for (const element of keyed) element.click();
  return keyed.length > 0;
}

// Whether a map that stands inside this page says that somebody pressed a letter with Alt there (`ui/embedding.py`).
function fromFrame({ data, source }) {
  return data?.type === "alt-key" && [...document.querySelectorAll("iframe")].some((frame) => frame.contentWindow === source);
}

// Makes `old` equal to `now` node by node, so that focus, scroll and open folds stay where nothing changed.
function same(old, now) {
  for (const { name } of [...old.attributes]) {
    if (!now.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  }
  for (const { name, value } of [...now.attributes]) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  const before = [...old.childNodes];
  const after = [...now.childNodes];
  after.forEach((node, i) => {
    const was = before[i];
    if (!was) old.append(node);
    else if (was.nodeType !== node.nodeType || was.nodeName !== node.nodeName) was.replaceWith(node);
    else if (was.nodeType === Node.ELEMENT_NODE) {
      if (node.hasAttribute("data-clock") || node.hasAttribute("data-age")) was.replaceWith(node);
      else if (!was.isEqualNode(node)) same(was, node);
    } else if (was.data !== node.data) was.data = node.data;
  });
  before.slice(after.length).forEach((node) => node.remove());
}

// data-clock: seconds left when the page was made; data-age: seconds since something happened, told in data-words.
function tick(root) {
  const now = Date.now();
  for (const clock of root.querySelectorAll("[data-clock]")) {
    const since = (clock.since ??= now);
    const runs = clock.dataset.runs === "1";
    const left = Math.max(0, Math.round(Number(clock.dataset.clock) - (runs ? (now - since) / 1000 : 0)));
    write(clock, `${String(Math.floor(left / 60)).padStart(2, "0")}:${String(left % 60).padStart(2, "0")}`);
    clock.classList.toggle("late", left === 0);
    const bar = clock.parentElement.querySelector("[data-of]");
    if (bar) bar.style.width = `${Math.min(100, (100 * left) / Math.max(1, Number(bar.dataset.of)))}%`;
  }
  for (const age of root.querySelectorAll("[data-age]")) {
    const since = (age.since ??= now);
    const seconds = Math.round(Number(age.dataset.age) + (now - since) / 1000);
    const quiet = seconds >= Number(age.dataset.quiet || Infinity);
    const words = quiet ? age.dataset.still : age.dataset.words;
    const many = seconds < 60 ? `${seconds} s` : seconds < 3600 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h`;
    write(age, words.replace("{age}", many));
    age.classList.toggle("mark", quiet);
  }
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
