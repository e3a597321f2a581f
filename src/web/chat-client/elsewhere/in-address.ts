/** What a link brought along behind a mark, taken out of the address at once, so that it stays in no history; nothing without the mark. */
export function takenFromAddress(mark: string): string | undefined {
  if (!location.hash.startsWith(mark)) return undefined;
  const brought = decodeURIComponent(location.hash.slice(mark.length));
  history.replaceState(null, '', location.pathname + location.search);
  return brought;
}
