/** An answer that holds for so many milliseconds: however many ask meanwhile, it is looked for once. */
export function heldFor<T>(ms: number, look: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly answer: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (last === undefined || now - last.at >= ms) last = { at: now, answer: look() };
    return last.answer;
  };
}
