// Turns a code or a ticket into a seat: asks POST /join and opens the page it names. Works on plain http.

export default function ({ data, parentElement }) {
  const form = parentElement.querySelector("form");
  if (form.dataset.for === JSON.stringify(data)) return;
  form.dataset.for = JSON.stringify(data);
  form.replaceChildren();
  form.onsubmit = (event) => event.preventDefault();
  if (data.ticket) return ticket(form, data);
  code(form, data);
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

async function join(body) {
  const answer = await fetch("/join", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    credentials: "same-origin",
    body: JSON.stringify(body),
  });
  const seat = await answer.json().catch(() => ({}));
  return { status: answer.status, ...seat };
}

function open(seat, data, more = {}) {
  const to = new URL(data.page ? `/${data.page}` : seat.to, location.origin);
  to.searchParams.set("seat", seat.seat);
  to.searchParams.set("lang", data.language);
  for (const [name, value] of Object.entries(more)) to.searchParams.set(name, value);
  if (!more.view) keep(to, seat.seat);
  else remember(seat.seat, more.view);
  if (data.ticket) location.replace(to.href);
  else location.assign(to.href);
}

// What a screen does (draw, or propose and see) comes back with its seat.
function remember(seat, view) {
  try { localStorage.setItem(`view ${seat}`, view); } catch { /* then it is asked again */ }
}

function keep(to, seat) {
  let view = null;
  try { view = localStorage.getItem(`view ${seat}`); } catch { /* as if nothing had been kept */ }
  if (view) to.searchParams.set("view", view);
}

async function ticket(form, data) {
  const says = make("p", { class: "lead soft", role: "status" }, data.words.opening);
  form.append(says);
  try {
    const seat = await join({ ticket: data.ticket });
    if (seat.seat) return open(seat, data);
    says.textContent = data.words.used;
  } catch {
    says.textContent = data.words.away;
  }
}

function code(form, data) {
  const w = data.words;
  const field = make("input", {
    class: "field code num", name: "code", "aria-label": w.code, placeholder: w.example, maxlength: "9",
    autocomplete: "off", autocapitalize: "characters", autocorrect: "off", spellcheck: "false", "data-testid": "code",
  });
  const enter = make("button", { class: "btn first big", type: "submit", "data-testid": "enter" }, w.enter);
  const says = make("p", { class: "say-wrong", role: "alert", "data-testid": "door-says" });
  if (data.code) form.append(make("h1", {}, w.ask), make("p", { class: "soft" }, w.where));
  for (const [n, seat] of (data.held ?? []).slice(0, 3).entries()) form.append(resume(data, seat, w.back_to, n === 0));
  if (data.held?.length) form.append(make("p", { class: "soft label" }, w.or_code));
  if (data.held?.length) enter.classList.remove("first");
  form.append(field, enter, says);
  field.oninput = () => {
    says.textContent = "";
    const plain = field.value.toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, 6);
    field.value = plain.length > 3 ? `${plain.slice(0, 3)} ${plain.slice(3)}` : plain;
  };
  form.onsubmit = async (event) => {
    event.preventDefault();
    const typed = field.value.replace(/\s/g, "");
    if (!typed) return field.focus();
    enter.disabled = true;
    says.textContent = "";
    try {
      const seat = await join({ code: typed });
      if (seat.held) return back(form, data, seat.held, typed);
      if (seat.screen) return screen(form, data, typed);
      if (seat.seat) return seat.role === "participant" ? role(form, data, seat) : open(seat, data);
      says.textContent = seat.status === 429 ? w.too_many : seat.status === 403 ? w.facilitator : w.wrong;
    } catch {
      says.textContent = w.away;
    }
    enter.disabled = false;
    field.focus();
    field.select();
  };
  if (data.code) {
    field.value = data.code;
    field.oninput();
    form.requestSubmit();
  }
}

function resume(data, seat, words, first) {
  const name = words.replace("{group}", seat.group).replace("{number}", seat.number);
  const button = make("button", { class: first ? "btn first big" : "btn", type: "button", "data-testid": "resume", "data-seat": seat.seat }, name);
  button.onclick = () => open(seat, data);
  return button;
}

function found(w, group) {
  return make("p", { class: "found", role: "status" }, make("span", { class: "group" }, group), make("b", {}, w.found.replace("{group}", group)));
}

// This browser has been here: its place as it was, or one more screen at the table.
function back(form, data, held, code) {
  const w = data.words;
  const says = make("p", { class: "say-wrong", role: "alert" });
  const another = make("button", { class: "btn quiet", type: "submit", "data-testid": "another" }, w.another);
  const places = [...held].reverse().slice(0, 4).map((seat, n) => resume(data, seat, w.resume, n === 0));
  form.replaceChildren(found(w, held[0].group), make("h2", {}, w.held), ...places, another, make("p", { class: "small soft" }, w.held_why), says);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const seat = await join({ code, new: true }).catch(() => ({}));
    if (seat.seat) return role(form, data, seat);
    says.textContent = seat.status === 429 ? w.too_many : w.away;
  };
  places[0].focus();
}

// The code of the room's screen: the picture for all, or the wall of whoever watches and takes no part.
function screen(form, data, code) {
  const w = data.words;
  const says = make("p", { class: "say-wrong", role: "alert" });
  const choice = (as, first) => {
    const button = make("button", { class: first ? "btn first big" : "btn big", type: "button", "data-testid": `as-${as}` }, w[`as_${as}`]);
    button.onclick = async () => {
      const seat = await join({ code, as }).catch(() => ({}));
      if (seat.seat) return open(seat, data);
      says.textContent = seat.status === 429 ? w.too_many : w.away;
    };
    return [button, make("p", { class: "soft label" }, w[`as_${as}_text`])];
  };
  form.onsubmit = (event) => event.preventDefault();
  form.replaceChildren(make("h2", {}, w.screen), ...choice("projector", true), ...choice("observer", false), says);
  form.querySelector("button").focus();
}

// What this screen will do: a phone proposes and sees, a laptop draws; either can change its mind later.
function role(form, data, seat) {
  const w = data.words;
  const small = matchMedia("(max-width: 700px), (pointer: coarse) and (max-width: 1000px)").matches;
  const choice = (value, icon) => {
    const input = make("input", { type: "radio", name: "view", value, id: `view-${value}`, "data-testid": `view-${value}` });
    input.checked = value === (small ? "see" : "draw");
    const words = make("span", {}, make("b", {}, w[`${value}_title`]), make("span", { class: "soft label" }, w[`${value}_text`]));
    const label = make("label", { class: "role", for: input.id }, input, drawn(icon), words);
    return label;
  };
  const see = "M2 9s2.5-4.5 7-4.5S16 9 16 9s-2.5 4.5-7 4.5S2 9 2 9Z M9 7a2 2 0 1 0 0 4a2 2 0 1 0 0-4";
  const draw = "M3 15l1-4 8-8 3 3-8 8-4 1Z";
  const go = make("button", { class: "btn first big", type: "submit", "data-testid": "enter-group" }, w.enter_group.replace("{group}", seat.group));
  form.replaceChildren(
    found(w, seat.group),
    make("fieldset", { class: "roles" }, make("legend", {}, w.what), ...(small ? [choice("see", see), choice("draw", draw)] : [choice("draw", draw), choice("see", see)])),
    go,
    make("p", { class: "small soft" }, w.no_name),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    open(seat, data, { view: new FormData(form).get("view") });
  };
  go.focus();
}

function drawn(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [n, v] of Object.entries({ viewBox: "0 0 18 18", width: "22", height: "22", fill: "none", stroke: "currentColor", "stroke-width": "1.7", "stroke-linejoin": "round", "aria-hidden": "true" })) svg.setAttribute(n, v);
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
