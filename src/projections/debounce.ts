/** Runs something a while after it is first asked for, once for all that is asked meanwhile; holds no process back. */
export function debounce(run: () => void, ms: number): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      run();
    }, ms).unref();
  };
}
