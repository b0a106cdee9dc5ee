"""What somebody could try from a browser's console, with the cookie that this browser holds."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

# A socket of one's own: hello with the token, then these messages one after the other; what came back for each.
_SOCKET = """async ({token, messages}) => {
  const url = new URL('/live', location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const socket = new WebSocket(url), heard = [], waiting = [];
  socket.onmessage = ({data}) => { heard.push(JSON.parse(data)); waiting.splice(0).forEach((look) => look()); };
  const closed = new Promise((done) => { socket.onclose = ({code}) => { done({type: 'closed', code}); }; });
  const next = (fits) => new Promise((done) => {
    const look = () => { const m = heard.find(fits); m ? done(m) : waiting.push(look); };
    look();
  });
  await new Promise((done, failed) => { socket.onopen = done; socket.onerror = failed; });
  socket.send(JSON.stringify({type: 'hello', token, since: 0}));
  const welcome = await Promise.race([next((m) => m.type === 'welcome'), closed]);
  const answers = [];
  if (welcome.type === 'welcome') for (const message of messages) {
    message.change.by ??= welcome.by;
    socket.send(JSON.stringify(message));
    answers.push(await Promise.race([next((m) => m.change === message.change.id), closed]));
  }
  socket.close();
  return {welcome, answers};
}"""

_TOKEN = """async ({seat, map}) => {
  const asked = '/token?' + new URLSearchParams({seat, map});
  const answer = await fetch(asked, {method: 'POST', credentials: 'same-origin'});
  return {status: answer.status, ...(await answer.json())};
}"""


def token(page: Page, seat: str, map_id: str) -> dict[str, Any]:
    """The server's answer to `POST /token`."""
    answer: dict[str, Any] = page.evaluate(_TOKEN, {"seat": seat, "map": map_id})
    return answer


def live(page: Page, given: str, *messages: dict[str, Any]) -> dict[str, Any]:
    """The welcome, and the answer to each change."""
    answer: dict[str, Any] = page.evaluate(_SOCKET, {"token": given, "messages": list(messages)})
    return answer


def change(id: str, op: str, **body: Any) -> dict[str, Any]:
    """A change as a client sends it."""
    return {"type": "change", "change": {"v": 1, "id": id, "base": 0, "op": op, **body}}
