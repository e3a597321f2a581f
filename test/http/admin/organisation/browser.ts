/** Where a browser ended up. */
export interface Place {
  readonly address: URL;
  readonly status: number;
  readonly text: string;
}

/** A browser without a script: it keeps cookies by site and follows where it is sent. */
export interface Browser {
  /** Opens an address; `altered`: what becomes of each address on the way. */
  open(address: string, altered?: (address: URL) => URL): Promise<Place>;
  /** Follows as far as an address whose path is this one, which it does not open. */
  upTo(address: string, path: string): Promise<URL>;
  /** The cookies for an address, as a header. */
  cookies(address: string | URL): string;
}

export function browser(): Browser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = ({ origin }: URL) => {
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  const cookies = (address: string | URL) =>
    [...jarOf(new URL(address))].map(([name, value]) => `${name}=${value}`).join('; ');
  const visit = async (address: URL) => {
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie: cookies(address) } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jarOf(address).delete(name);
      else jarOf(address).set(name, value);
    }
    const to = answer.headers.get('location');
    return { answer, next: to === null ? undefined : new URL(to, address) };
  };
  const open: Browser['open'] = async (address, altered = (it) => it) => {
    let at = altered(new URL(address));
    for (;;) {
      const { answer, next } = await visit(at);
      const text = await answer.text();
      if (next === undefined) return { address: at, status: answer.status, text };
      at = altered(next);
    }
  };
  return {
    open,
    cookies,
    async upTo(address, path) {
      let at = new URL(address);
      while (at.pathname !== path) {
        const { answer, next } = await visit(at);
        await answer.text();
        if (next === undefined) throw new Error(`${at} leads nowhere: ${answer.status}`);
        at = next;
      }
      return at;
    },
  };
}
