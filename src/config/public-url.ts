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
  // Letters' case counts in a path alone: `HTTPS://Ville.Example` is https for whoever asks how it begins.
  .transform((address) =>
    address.replace(/\/+$/, '').replace(/^https?:\/\/[^/]*/i, (origin) => origin.toLowerCase()),
  );

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  const beside = `${search}${hash}${username}${password}`;
  // A parser takes some signs out without a word; here the address is printed as it was given.
  return /^https?:$/.test(protocol) && beside === '' && !/[?#@*\s\p{C}]/u.test(text);
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
