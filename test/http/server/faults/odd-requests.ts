import { METHODS } from 'node:http';
import { open } from '../serving.ts';

/** What no client means to send, and a stranger may: bytes for a header's value or a part of a request line. */
const oddities = [
  ...[
    '',
    ' ',
    'x:99999',
    '[::1',
    '[',
    ']',
    '[::1]:x',
    'a b',
    '%',
    '%00',
    '%E0%A4%A',
    '%zz',
    '\\',
    '/',
    '//',
    '///',
  ],
  ...[
    '?',
    '#',
    '@',
    ':',
    ':80',
    'x:',
    'x:-1',
    'x:1e3',
    'x@y',
    'x/y',
    'x?y',
    'x#y',
    'x,y',
    '<script>',
    '"',
    "'",
    '`',
  ],
  ...[
    '{}',
    '|',
    '^',
    '*',
    '**',
    '..',
    '../..',
    '.',
    '0x7f.1',
    '256.256.256.256',
    '1.2.3.4.5',
    'xn--',
    'xn--a',
    '­',
  ],
  ...[
    'é',
    '\u0080',
    '\u00ff',
    '\t',
    'a\tb',
    '0',
    '-1',
    '1e9',
    'NaN',
    'null',
    '__proto__',
    'constructor',
    '()',
  ],
  ...[
    'x'.repeat(300),
    'x'.repeat(9_000),
    ','.repeat(500),
    ';'.repeat(500),
    'q=',
    ';q=x',
    '=;=',
    'Bearer',
    'Bearer ',
  ],
];

const headers = [
  ...[
    'Host',
    'Accept',
    'Accept-Encoding',
    'Accept-Language',
    'Accept-Version',
    'X-Api-Version',
    'Authorization',
  ],
  ...['Connection', 'Content-Encoding', 'Content-Length', 'Content-MD5', 'Content-Type', 'Cookie', 'Expect'],
  ...['If-Match', 'If-None-Match', 'Origin', 'Range', 'Referer', 'Sec-Fetch-Site', 'TE', 'Trailer'],
  ...['Transfer-Encoding', 'Upgrade', 'X-Forwarded-For', 'X-Forwarded-Proto', 'X-Http-Method-Override'],
];

const targets = [
  ...[
    '*',
    '//',
    '///',
    '//x',
    '//[',
    '/\\',
    '/%',
    '/%E0%A4%A',
    '/c/%E0%A4%A',
    '/c/%00',
    '/c/__proto__',
    '/c/..%2f..',
  ],
  ...[
    '/?',
    '/??',
    '/?%',
    '/?t=%E0%A4%A',
    '/?__proto__=1',
    '/#',
    '/;x',
    '/?lang=%',
    '/catalogue/%',
    '/assets/..%2f',
  ],
  ...[
    'http://[',
    'http://[/',
    'http://',
    'http:///',
    'http://x:99999/',
    'http://%/',
    'http://a b/',
    'https://[::1/',
  ],
  ...[
    'http:x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:,x',
    'x',
    'x:1',
    '?',
    '#',
    '[',
    'mailto:x',
    '/é',
  ],
];

const line = (method: string, target: string, ...lines: readonly string[]) =>
  `${[`${method} ${target} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`;

/** Several hundred of them: each target, each method, each header with each oddity, and the guard's own cases. */
export function oddRequests(): readonly string[] {
  const [host, close] = ['Host: x', 'Connection: close'];
  const socket = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
  return [
    ...targets.flatMap((target) => [line('GET', target, host, close), line('OPTIONS', target, host, close)]),
    ...targets.map((target) => line('GET', target, host, ...socket)),
    ...METHODS.flatMap((method) => [line(method, '/', host, close), line(method, '*', host, close)]),
    ...['FOO', 'get', 'G', ' ', ''].map((method) => line(method, '/', host, close)),
    ...headers.flatMap((name) => oddities.map((value) => oddHeader(name, value, 'GET'))),
    ...headers.map((name) => oddHeader(name, 'a', 'POST', `${name}: b`)),
    ...oddities.map((value) =>
      line('GET', '/v3/directline/conversations/x/stream', `Host: ${value}`, ...socket),
    ),
    ...oddities.map((value) => line('CONNECT', value === '' ? 'x:1' : value, `Host: ${value}`)),
    line('GET', '/', close),
    line('GET', '/', 'Host: x', 'Host: y', close),
    line('GET', '/', 'Host: x', 'host: x', close),
    `${line('POST', '/', host, 'Content-Type: application/json', 'Content-Length: 1', close)}{`,
    'GET / HTTP/1.0\r\n\r\n',
    'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
    'GET /\r\n\r\n',
    '\r\n\r\n\r\n',
    '\u0000\u0001\u0002',
    '\u0016\u0003\u0001\u0002\u0000',
  ];
}

function oddHeader(name: string, value: string, method: string, ...more: readonly string[]): string {
  const others = [
    ...(name === 'Host' ? [] : ['Host: x']),
    ...(name === 'Connection' ? [] : ['Connection: close']),
  ];
  return line(method, '/', ...others, `${name}: ${value}`, ...more);
}

/** What each is answered, as far as it is before the connection ends; half of each lot is under way at once. */
export async function send(
  port: number,
  requests: readonly string[],
  atOnce = 40,
): Promise<readonly string[]> {
  const left = requests.map((request, i) => [request, i] as const).toReversed();
  const answers: string[] = requests.map(() => '');
  const go = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop())
      answers[next[1]] = await sendOne(port, next[0]);
  };
  await Promise.all(Array.from({ length: atOnce }, go));
  return answers;
}

async function sendOne(port: number, request: string): Promise<string> {
  const socket = await open(port);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  // A connection that is cut is an answer as well.
  socket.on('error', () => undefined);
  const over = new Promise((resolve) => socket.once('close', resolve));
  // And half of it ends here, so that none waits for more.
  socket.end(Buffer.from(request, 'latin1'));
  await over;
  return answer;
}
