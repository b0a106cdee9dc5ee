// Asks for a run when the day moves, and every two seconds, for a screen that only looks and must go on after a restart of
// the server. What is covered goes at once, before the page has run.

const EVERY_MS = 2000, AGAIN_MS = 3000; // between two runs; before a line that was lost is tried again
const pulses = new WeakMap();

/** data: {seat, hidden}; trigger `beat`. */
export default function ({ data, parentElement, setTriggerValue }) {
  const pulse = pulses.get(parentElement) ?? new Pulse(data.seat);
  pulses.set(parentElement, pulse);
  pulse.beat = () => setTriggerValue("beat", Date.now());
  pulse.ran(data.hidden);
  return () => setTimeout(() => {
    if (parentElement.isConnected) return;
    pulse.close();
    pulses.delete(parentElement);
  });
}

class Pulse {
  heard = null; // whether the line says that all is covered; null while there is no line

  constructor(seat) {
    this.seat = seat;
    this.timer = setInterval(() => this.beat(), EVERY_MS);
    this.open();
  }

  open() {
    this.line = new WebSocket(`${location.origin.replace(/^http/, "ws")}/bell?seat=${encodeURIComponent(this.seat)}`);
    this.line.onmessage = ({ data }) => {
      this.heard = JSON.parse(data).hidden;
      cover(this.heard);
      this.beat();
    };
    this.line.onclose = () => {
      this.heard = null;
      if (!this.closed) this.again = setTimeout(() => this.open(), AGAIN_MS);
    };
  }

  /** The page has run; the line knows it better while there is one. */
  ran(hidden) {
    cover(this.heard ?? hidden);
  }

  close() {
    this.closed = true;
    clearInterval(this.timer);
    clearTimeout(this.again);
    this.line.close();
    cover(false);
  }
}

/** What is on the screen is out of sight; what the page says of the cover is not. */
function cover(on) {
  document.documentElement.toggleAttribute("data-covered", Boolean(on));
}
