import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Addresses } from '#web/http/pages/assets.ts';

interface Installable {
  readonly consultation: Pick<Consultation, 'id' | 'title' | 'language'>;
  readonly language: string;
  /** What the program is called in it. */
  readonly name: string;
  readonly addresses: Pick<Addresses, 'base' | 'icons'>;
}

/** What a device asks of a page that is put among its programs (W3C Web Application Manifest). */
export function manifest({ consultation, language, name, addresses }: Installable) {
  const { base, icons } = addresses;
  const page = `${base}/c/${consultation.id}`;
  return {
    name: consultation.title[language] ?? consultation.title[consultation.language] ?? name,
    short_name: name,
    lang: language,
    id: page,
    start_url: page,
    scope: page,
    display: 'standalone',
    background_color: '#f8f6f2',
    theme_color: '#0f665e',
    icons: icons.map((path) => iconOf(base, path)),
  };
}

function iconOf(base: string, path: string) {
  const [, kind, size] = /(\w+)-(\d+)-\w+\.png$/.exec(path) ?? [];
  return {
    src: base + path,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: kind === 'maskable' ? 'maskable' : 'any',
  };
}
