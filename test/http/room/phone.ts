/** Somebody's telephone in the room, as a browser without a script is. */
export interface Phone {
  readonly cookie: string;
  /** The page now. */
  look(): Promise<string>;
  /** Touches a point of the page that is in hand; resolves to the status and to the page that it leads to. */
  tap(point: number): Promise<{ readonly status: number; readonly text: string }>;
}

export async function phoneIn(url: string, code = 'decouverte', lang = 'fr'): Promise<Phone> {
  const here = `${url}/c/${code}/direct`;
  const first = await fetch(`${here}?lang=${lang}`);
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  let page = await first.text();
  const get = async (path: string) => {
    page = await (await fetch(path, { headers: { cookie } })).text();
    return page;
  };
  return {
    cookie,
    look: () => get(`${here}?lang=${lang}`),
    async tap(point) {
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
      const fields = Object.fromEntries(['seance', 'tour', 'vote'].map((name) => [name, field(name)]));
      const body = new URLSearchParams({ ...fields, point: `${point}` });
      const answer = await fetch(`${here}?lang=${lang}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: body.toString(),
      });
      const to = answer.headers.get('location');
      return {
        status: answer.status,
        text: to === null ? await answer.text() : await get(new URL(to, url).href),
      };
    },
  };
}
