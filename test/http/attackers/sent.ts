import type { Attack } from './attack.ts';
import type { Attacker } from './attackers.ts';
import { type AttackedPlace, print } from './place.ts';

interface Aim extends AttackedPlace {
  readonly url: string;
  readonly code: string;
  readonly attacker: Attacker;
}

/** What an attacker sends to a route, aimed at what belongs to `atelier`. */
export function sent({ method, path }: { readonly method: string; readonly path: string }, aim: Aim): Attack {
  const { url, attacker } = aim;
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(valueFor(name, path, aim)));
  const to = { method, path: `${url}${filled}${queries[path] ?? ''}` };
  if (method === 'GET' || method === 'HEAD') return { ...to, headers: attacker.headers };
  const isForm = path.startsWith('/animation');
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  const body = isForm ? form(aim) : JSON.stringify(json(`${method} ${path}`));
  return {
    ...to,
    body,
    headers: { ...attacker.headers, 'content-type': type, 'content-length': `${Buffer.byteLength(body)}` },
  };
}

function valueFor(name: string, path: string, { code, ids, person }: Aim): string {
  switch (name) {
    case 'code':
      return code;
    case 'table':
      return ids.table;
    case 'text':
      return ids.text;
    case 'print':
      return print;
    case 'kind':
      return 'question';
    case 'sheet':
      return 'options';
    case 'format':
      return 'csv';
    case 'id':
      return idIn(path, ids, person.conversation);
    default:
      return 'nulle-part';
  }
}

/** What an address calls `id` goes by what stands before it. */
function idIn(path: string, ids: Aim['ids'], conversation: string): string {
  const before = path.slice(0, path.indexOf('/:id')).split('/').at(-1) ?? '';
  const known: Readonly<Record<string, string>> = {
    ...{ liens: 'nulle-part', equipe: ids.account, cles: ids.key, signaux: ids.hook, moments: ids.snapshot },
    ...{ texts: ids.text, tables: ids.table, conversations: conversation },
    ...{ reponses: ids.followUp, 'follow-ups': ids.followUp },
    ':kind': 'buildings-neighbours',
  };
  const id = known[before];
  if (id === undefined)
    throw new Error(`Nobody knows what :id is in ${path}: say it in test/http/attackers/sent.ts`);
  return id;
}

const queries: Readonly<Record<string, string>> = {
  '/api/consultations/:code/results/comparison': '?with=atelier',
  '/api/my-data': '?t=x',
  '/animation/c/:code/resultats/comparer': '?avant=c.atelier&apres=maintenant',
};

/** One form that says what any form asks for: each reads its own fields. */
const form = ({ attacker, code }: Aim): string =>
  new URLSearchParams(
    [
      ...[
        ['jeton', attacker.token ?? ''],
        ['name', 'Mallory'],
        ['role', 'owner'],
        ['consultation', 'atelier'],
      ],
      ...[
        ['consultations-ou', 'certaines'],
        ['consultations', 'atelier'],
        ['scopes', 'publish'],
      ],
      ...[
        ['sources-ou', 'certaines'],
        ['sources', 'atelier'],
        ['address', 'https://example.org/'],
        ['signals', 'consultation.closed'],
      ],
      ...[
        ['quote', '1'],
        ['reason', 'clear'],
        ['words', 'Mallory'],
        ['retour', ''],
        ['origins', 'https://evil.example'],
      ],
      ...[
        ['title-fr', `Mallory ${code}`],
        ['title-en', 'Mallory'],
        ['territory-fr', 'x'],
        ['territory-en', 'x'],
      ],
      ...[
        ['table', 'Mallory'],
        ['people', '8'],
        ['fichier', 'x'],
        ['citations', 'x'],
        ['state', 'done'],
        ['why-fr', 'Mallory'],
        ['stay', '1'],
      ],
    ].map(([name = '', value = '']) => [name, value]),
  ).toString();

const settings = { title: { fr: 'Mallory', en: 'Mallory' }, territory: { fr: 'x', en: 'x' } };
const bodies: Readonly<Record<string, unknown>> = {
  'POST /api/consultations': settings,
  'PATCH /api/consultations/:code': settings,
  'POST /api/consultations/:code/erase-answers': { confirm: 'atelier' },
  'POST /api/consultations/:code/moments': { label: 'Mallory' },
  'POST /api/consultations/:code/tables': { table: 'Mallory', people: 8, domains: {} },
  'POST /api/consultations/:code/follow-ups': { state: 'done', why: { fr: 'Mallory' } },
  'PUT /api/consultations/:code/follow-ups/:id': { state: 'done', why: { fr: 'Mallory' } },
  'PUT /api/consultations/:code/tables/:id': { table: 'Mallory', people: 8, domains: {} },
  'PUT /api/consultations/:code/texts/:id/mark': { mark: 'quote' },
  'PUT /api/consultations/:code/cross-impacts': { impacts: {} },
  'POST /v3/directline/tokens/generate': { consultation: 'brouillon' },
  'POST /v3/directline/conversations/:id/activities': { type: 'message', text: 'Mallory' },
  'POST /api/messages': {
    ...{ type: 'message', id: '1', channelId: 'msteams', text: 'avancement', deliveryMode: 'expectReplies' },
    ...{ serviceUrl: 'http://127.0.0.1:9/', from: { id: '29:mallory' }, recipient: { id: '28:bot' } },
    conversation: { id: 'mallory', tenantId: '00000000-0000-4000-8000-000000000000' },
    value: { act: 'word', word: 'progress', consultation: 'brouillon' },
  },
};
const json = (route: string): unknown => bodies[route] ?? {};
