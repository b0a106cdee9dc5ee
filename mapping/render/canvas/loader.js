// Runs inside Streamlit, where a component's script has no address of its own: loads the module that does the work.
// What is not there yet (the server is starting) is asked for again.

export default async function (component) {
  const { data } = component;
  const address = new URL(`assets/${data.assets}/bundle/${data.module}.js`, document.baseURI).href;
  for (let wait = 500; ; wait = Math.min(8000, wait * 2)) {
    try {
      const { default: run } = await import(wait === 500 ? address : `${address}?again=${wait}`);
      return run(component);
    } catch (error) {
      if (wait >= 8000 || !(error instanceof TypeError)) throw error;
      await new Promise((done) => setTimeout(done, wait));
    }
  }
}
