import { z } from 'zod';
import { basePathOf, ownFolders } from '#web/http/base-path.ts';

/** The address people type: of a host, or of a path on it that the program has for itself. */
export const PublicUrl = z
  .string()
  .refine(isBaseUrl, { error: 'is no http or https address', abort: true })
  .refine(isPlain, {
    error: 'has a path with other than letters, figures, hyphens, dots and underscores',
    abort: true,
  })
  .refine(isOther, 'has a path that begins like an address of the program')
  .transform((address) => address.replace(/\/+$/, ''));

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && `${search}${hash}${username}${password}` === '' && !/[?#]/.test(text);
}

/** What browsers, proxies and cookies all write alike. */
function isPlain(text: string): boolean {
  const written = text.replace(/^https?:\/\/[^/]*|\/+$/gi, '');
  return /^(\/[\w.~-]+)*$/.test(written) && written === basePathOf(text);
}

/** Of `/c/…` nobody could tell whether a proxy has taken the path off already. */
function isOther(text: string): boolean {
  return !ownFolders.includes(basePathOf(text).split('/')[1] ?? '');
}
