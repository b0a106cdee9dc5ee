// Asks for a run every two seconds, for a screen that only looks and must go on after a restart of the server.

const beating = new WeakMap();

export default function ({ parentElement, setTriggerValue }) {
  const pulse = beating.get(parentElement) ?? {};
  pulse.beat = () => setTriggerValue("beat", Date.now());
  if (!pulse.timer) pulse.timer = setInterval(() => pulse.beat(), 2000);
  beating.set(parentElement, pulse);
  return () => setTimeout(() => {
    if (!parentElement.isConnected) clearInterval(pulse.timer);
  });
}
