import { qrSvg } from '#documents/print/qr.ts';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import type { Html } from '#web/http/pages/html.ts';

/** Codes that were drawn: a screen is drawn anew several times a second, and a code takes longer than all the rest of it. */
const codes = new BoundedMap<Html>(200);

/** The code that telephones read of an address. */
export function codeOf(address: string, label: string): Html {
  const key = JSON.stringify([address, label]);
  const code = codes.get(key) ?? { html: qrSvg(address, { label }).svg };
  codes.put(key, code);
  return code;
}
