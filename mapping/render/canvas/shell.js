// While the server is away Streamlit opens a modal that takes the focus and shuts the page. The canvas goes on, so
// the modal is closed as soon as it appears; its own status line says what is to be said.

const ITS_OWN = '[data-testid="stDialog"]'; // a page's dialog holds blocks, Streamlit's message does not
const BLOCKS = '[data-testid="stVerticalBlock"]';

/** Whether a dialog is Streamlit's word about the connection, and not one that a page opened. */
export const isConnectionMessage = (dialog) => !dialog.querySelector(BLOCKS);

/** Close such modals while `away()` says that the server is away; returns a function that stops watching. */
export function quietShell(away) {
  const look = () => {
    if (!away()) return;
    for (const dialog of document.querySelectorAll(ITS_OWN)) {
      if (!isConnectionMessage(dialog)) continue;
      dialog.querySelector('button')?.click(); // its only one; what it is called depends on the page's language
    }
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true });
  return () => watch.disconnect();
}
