/** An address of the site itself that an answer names. */
export interface Named {
  readonly address: URL;
  /** How it is asked for. */
  readonly method: 'GET' | 'POST';
}

/** Every address that an answer names, wherever it stands: headers, attributes, style sheets, data, plain text. */
export function addressesIn(answer: Response, text: string, at: URL): readonly Named[] {
  const type = answer.headers.get('content-type') ?? '';
  const written = [
    answer.headers.get('location') ?? '',
    ...[...(answer.headers.get('link') ?? '').matchAll(/<([^>]*)>/g)].map(([, one = '']) => one),
    ...(type.startsWith('text/html') ? inMarkup(text) : []),
    ...(type.startsWith('text/css') ? inStyle(text) : []),
    ...(/\bjson\b/.test(type) ? inData(JSON.parse(text)) : []),
    ...anywhere(text, at),
  ];
  const posted = new Set(type.startsWith('text/html') ? inForms(text) : []);
  return written.flatMap((one) => {
    if (one === '' || /^(mailto|data|tel|javascript):/.test(one) || !URL.canParse(one, at)) return [];
    const address = new URL(one, at);
    if (address.host !== at.host) return [];
    return [{ address, method: posted.has(one) ? 'POST' : 'GET' }];
  });
}

/** The attributes that hold an address, and any other whose value looks like one. */
function inMarkup(text: string): readonly string[] {
  const held = [...text.matchAll(/\s(?:href|src|action|formaction|poster|data-stream)="([^"]*)"/g)];
  const alike = [...text.matchAll(/\s[\w:-]+="(\/[^"]*)"/g)];
  return [...held, ...alike].map(([, value = '']) => plain(value)).filter((value) => !value.startsWith('#'));
}

const inForms = (text: string): readonly string[] =>
  [...text.matchAll(/<form\b[^>]*>/g)]
    .filter(([form]) => /\smethod="post"/i.test(form))
    .map(([form]) => plain(/\saction="([^"]*)"/.exec(form)?.[1] ?? ''));

const inStyle = (text: string): readonly string[] =>
  [...text.matchAll(/url\(["']?([^"')]*)["']?\)/g)].map(([, value = '']) => value);

function inData(data: unknown): readonly string[] {
  if (typeof data === 'string') return /^\/\w|^https?:/.test(data) ? [data] : [];
  if (typeof data !== 'object' || data === null) return [];
  // The name of a form (`$schema`) is the same on every server.
  return Object.entries(data).flatMap(([name, value]) => (name.startsWith('$') ? [] : inData(value)));
}

/** Whole addresses of the site, as in a line to copy or in a script. */
function anywhere(text: string, { origin }: URL): readonly string[] {
  const whole = origin.replaceAll('.', '\\.');
  return (text.match(new RegExp(`${whole}[^\\\\\\s"'<>&)]*`, 'g')) ?? []).map(plain);
}

const plain = (value: string): string => value.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
