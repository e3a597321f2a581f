import { site } from '../site.ts';

/** The last token of this browser in one consultation: it makes the same browser the same person again. */
export interface Memory {
  previous: string | undefined;
  /** Whether a reload of the page finds it again. */
  readonly lasts: boolean;
}

/** Kept in the browser where it allows, else for as long as the page is open. */
export function rememberedAs(name: string): Memory {
  const key = `trajectoires:${name}`;
  let held = read(key);
  const lasts = keeps(key);
  return {
    /** That of any tab. */
    get previous() {
      return lasts ? read(key) : held;
    },
    set previous(token) {
      held = token;
      write(key, token);
    },
    lasts,
  };
}

/** For as long as this very page is there. */
export const heldInPage = (): Memory => ({ previous: undefined, lasts: false });

/** Another site may be served from the same host. */
export const placed = (name: string): string => (site.pathname === '/' ? name : site.pathname + name);

/** Whether what is written is there. */
function keeps(key: string): boolean {
  const probe = `${key}?`;
  write(probe, probe);
  const found = read(probe) === probe;
  write(probe, undefined);
  return found;
}

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
