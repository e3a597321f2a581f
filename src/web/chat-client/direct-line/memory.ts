import { site } from '../site.ts';

/** The last token of this browser in one consultation: it makes the same browser the same person again. */
export interface Memory {
  previous: string | undefined;
  /** Whether a reload of the page finds it again. */
  readonly lasts: boolean;
}

/** Kept in the browser where it allows, else for as long as the page is open. */
export function rememberedAs(name: string): Memory {
  const key = `trajectoires:${placed(name)}`;
  let held = read(key);
  return {
    get previous() {
      return held;
    },
    set previous(token) {
      held = token;
      write(key, token);
    },
    get lasts() {
      return read(key) === held;
    },
  };
}

/** Another site may be served from the same host. */
const placed = (name: string): string => (site.pathname === '/' ? name : site.pathname + name);

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, token: string | undefined): void {
  try {
    if (token === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, token);
  } catch {
    // The browser keeps nothing: the conversation goes on all the same, and the page says so.
  }
}
