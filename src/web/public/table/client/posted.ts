/** What the server answers to a form, a page; nothing: it is to be tried again. */
export async function posted(action: string, body: URLSearchParams) {
  const answer = await fetch(action, { method: 'POST', body }).catch(() => undefined);
  // Too many at once, or the server is away: it is tried again.
  if (answer === undefined || answer.status >= 500 || answer.status === 429) return undefined;
  const page = await answer.text().catch(() => undefined);
  if (page === undefined) return undefined;
  return { status: answer.status, url: answer.url, page: new DOMParser().parseFromString(page, 'text/html') };
}
