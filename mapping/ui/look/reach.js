// On the phone that tries the network: tells the server that the page came, then that a line stays open.
// Runs on plain http, so without crypto.randomUUID.

const made = () => Array.from({ length: 16 }, () => Math.floor(Math.random() * 36).toString(36)).join("");

function device() {
  try {
    const kept = localStorage.getItem("device");
    if (kept) return kept;
    const id = made();
    localStorage.setItem("device", id);
    return id;
  } catch {
    return made();
  }
}

const id = device();
const at = location.pathname.replace(/\/$/, "");
const says = document.getElementById("says");
let works = false;

function done(step, text) {
  const row = document.getElementById(step);
  row.className = "done";
  row.querySelector("b").textContent = "✓";
  if (text) says.textContent = text;
}

function line() {
  const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${at}/line?device=${id}`);
  const late = setTimeout(() => { if (!works) says.textContent = words.no_line; }, 8000);
  let beat = 0;
  socket.onopen = () => socket.send("hello");
  socket.onmessage = ({ data }) => {
    if (data !== "hello" || beat) return;
    works = true;
    clearTimeout(late);
    socket.send("heard");
    done("line", words.works);
    beat = setInterval(() => socket.send("heard"), 10000);
  };
  socket.onclose = () => {
    clearInterval(beat);
    says.textContent = works ? words.lost : words.no_line;
  };
}

fetch(`${at}/here?device=${id}`, { method: "POST" })
  .then((answer) => {
    if (!answer.ok) throw new Error();
    done("page");
    line();
  })
  .catch(() => { says.textContent = words.lost; });
