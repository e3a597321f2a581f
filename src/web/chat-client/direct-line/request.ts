import { site } from '../site.ts';
import { fields, text } from './activity.ts';

/** How a request ended. `away`: the same request may pass later. */
export type ServerAnswer =
  | { readonly outcome: 'ok'; readonly body: unknown }
  | { readonly outcome: 'refused'; readonly status: number }
  | { readonly outcome: 'away'; readonly why: Away; readonly waitMs?: number };

/** `cut`: nobody answered, or a proxy in the server's place; `busy`: it asks for patience; `failed`: it made a mistake. */
export type Away = 'cut' | 'busy' | 'failed';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token?: string | undefined;
  readonly body?: unknown;
  /** The answer, where this was asked already. */
  readonly early?: Promise<Response> | undefined;
}

const patience = 15_000;

/** Calls the Direct Line of the page's own server. */
export async function request({ method, path, token, body, early }: Call): Promise<ServerAnswer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const response = await (early ??
      fetch(new URL(`v3/directline/${path}`, site), {
        method,
        signal: abort.signal,
        cache: 'no-store',
        headers: {
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }));
    return await judged(response);
  } catch {
    return { outcome: 'away', why: 'cut' };
  } finally {
    clearTimeout(timer);
  }
}

async function judged(response: Response): Promise<ServerAnswer> {
  const { status } = response;
  if (response.ok) return { outcome: 'ok', body: status === 204 ? undefined : await response.json() };
  if (status !== 429 && status !== 408 && status < 500) return { outcome: 'refused', status };
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const waitMs = Number.isFinite(seconds) ? { waitMs: Math.min(seconds, 120) * 1000 } : {};
  return { outcome: 'away', why: await reason(response), ...waitMs };
}

/** Only the server itself explains its refusals. */
async function reason(response: Response): Promise<Away> {
  if (response.status === 429 || response.status === 503) return 'busy';
  const { error } = fields(await response.json().catch(() => undefined));
  return text(fields(error), 'code') === undefined ? 'cut' : 'failed';
}
