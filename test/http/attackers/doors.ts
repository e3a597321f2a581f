/** Who may pass a route: what is expected of everybody else follows from it. */
export type Door =
  /** Anyone: what is behind is for everybody to read. */
  | 'anyone'
  /** The ways into the facilitator's space. */
  | 'entry'
  /** Somebody of the team, who is shown what is theirs. */
  | 'member'
  /** Whoever may prepare a consultation. */
  | 'creator'
  /** An owner, of all consultations or of some. */
  | 'owner'
  /** In the consultation of the address: a role from this one on. */
  | 'reader'
  | 'facilitator'
  | 'owner-of'
  /** A key; `key-of`: in the consultation of the address. */
  | 'key'
  | 'key-of'
  /** Whoever holds the token of the conversation. */
  | 'line'
  /** Whoever holds a link of their own. */
  | 'own-link'
  /** The channel service. */
  | 'channel';

const c = '/animation/c/:code';
const api = '/api/consultations/:code';
const line = '/v3/directline';

/** Every route of the server with its door, as `GET /path`. A new route is put here by whoever mounts it. */
const byDoor: Readonly<Record<Door, readonly string[]>> = {
  anyone: [
    ...['GET /healthz', 'GET /readyz', 'GET /assets/:file', 'GET /integration.js'],
    ...['/', '/c/:code', '/facilitator', '/c/:code/facilitator'].flatMap(read),
    ...['/confidentialite', '/mentions', '/accessibilite'].flatMap(read),
    ...['/catalogue', '/catalogue/:catalogue', '/catalogue/:catalogue/:trajectory'].flatMap(read),
    ...['GET /c/:code/resultats', 'GET /c/:code/results', 'GET /c/:code/resultats/donnees.zip'],
    ...['GET /c/:code/resultats/images/:file', 'GET /c/:code/logo/:print'],
    ...['GET /schemas/resultats-1.json', 'GET /api/openapi.json', `POST ${line}/tokens/generate`],
  ],
  entry: [
    ...['GET /animation/entree', 'GET /animation/entree/:secret', 'POST /animation/entree/:secret'],
    ...['GET /animation/organisation', 'GET /animation/organisation/retour'],
    'GET /animation/organisation/obstacle',
  ],
  member: [
    ...['GET /animation', 'GET /animation/equipe', 'POST /animation/equipe/lien', 'POST /animation/sortie'],
    ...['GET /animation/journal', 'GET /animation/journal.csv'],
  ],
  creator: ['GET /animation/nouvelle', 'POST /animation/nouvelle'],
  owner: [
    ...['POST /animation/equipe/invitation', 'POST /animation/equipe/:id/role'],
    ...['POST /animation/equipe/:id/retrait', 'GET /animation/acces', 'POST /animation/acces/cles'],
    ...['POST /animation/acces/cles/:id/retrait', 'POST /animation/acces/signaux'],
    ...['POST /animation/acces/signaux/:id/essai', 'POST /animation/acces/signaux/:id/retrait'],
  ],
  reader: [
    ...[
      '',
      '/suivi/flux',
      '/salle',
      '/salle/projection',
      '/salle/flux',
      '/salle/note.pdf',
      '/salle/note.docx',
    ],
    ...['/materiel', '/materiel/cartes.pdf', '/materiel/feuilles.pdf', '/inviter', '/inviter/code.svg'],
    ...['/inviter/code.png', '/inviter/affiche.pdf', '/inviter/affiche-fr.pdf', '/inviter/affiche-en.pdf'],
    ...['/reglages', '/reglages/about', '/reglages/content', '/reglages/calendar', '/reglages/information'],
    ...[
      '/reglages/logo',
      '/resultats',
      '/resultats/export/:format',
      '/resultats/comparer',
      '/resultats/jugements',
    ],
    ...['/resultats/jugements/tableau.csv', '/publier'],
  ].map((path) => `GET ${c}${path}`),
  facilitator: [
    ...['/textes', '/materiel/table'].map((path) => `GET ${c}${path}`),
    ...[
      ...['/ouverture', '/cloture', '/archivage', '/retour', '/copie', '/suppression', '/rappel', '/publier'],
      ...['/reglages/about', '/reglages/content', '/reglages/calendar', '/reglages/information'],
      ...['/reglages/content/prevision', '/reglages/calendar/prevision'],
      ...['/reglages/logo', '/reglages/logo/retrait'],
      ...['/materiel/table', '/materiel/tables/:table/retrait', '/textes/:text', '/inviter/conversation'],
      ...['/inviter/sites', '/resultats/moments', '/resultats/moments/:id/retrait', '/resultats/jugements'],
      ...['/resultats/jugements/fichier', '/resultats/jugements/retrait'],
      ...['/publier/date', '/publier/date/retrait'],
    ].map((path) => `POST ${c}${path}`),
  ],
  'owner-of': [
    ...[`GET ${c}/effacement`, `POST ${c}/effacement`],
    ...[`GET ${c}/reouverture`, `POST ${c}/reouverture`],
  ],
  key: ['GET /api/consultations', 'POST /api/consultations', 'GET /api/journal', 'GET /api/catalogues'],
  'key-of': [
    ...['', '/plan', '/invitation', '/following', '/results', '/results/categories', '/results/vision'].map(
      getApi,
    ),
    ...['/results/comparison', '/cross-impacts', '/texts', '/moments', '/tables', '/exports/:format'].map(
      getApi,
    ),
    ...['/open', '/close', '/archive', '/restore', '/duplicate', '/reminders', '/publish'].map(postApi),
    ...['/moments', '/tables', '/erase-answers'].map(postApi),
    ...[`PATCH ${api}`, `DELETE ${api}`, `PUT ${api}/cross-impacts`, `DELETE ${api}/cross-impacts`],
    ...[`PUT ${api}/texts/:id/mark`, `DELETE ${api}/texts/:id/mark`, `DELETE ${api}/moments/:id`],
    ...[`DELETE ${api}/tables/:id`, `PUT ${api}/publication`, `DELETE ${api}/publication`],
  ],
  line: [
    ...[`POST ${line}/tokens/refresh`, `GET ${line}/session/getsessionid`, `POST ${line}/conversations`],
    ...[`GET ${line}/conversations/:id`, `POST ${line}/conversations/:id/activities`],
    ...[`GET ${line}/conversations/:id/activities`, `POST ${line}/conversations/:id/upload`],
  ],
  'own-link': ['GET /api/my-data', 'GET /api/my-scenario'],
  channel: ['POST /api/messages'],
};

export const doors: ReadonlyMap<string, Door> = new Map(
  (Object.keys(byDoor) as Door[]).flatMap((door) => byDoor[door].map((route) => [route, door] as const)),
);

function read(path: string): readonly string[] {
  return [`GET ${path}`, `HEAD ${path}`];
}

function getApi(path: string): string {
  return `GET ${api}${path}`;
}

function postApi(path: string): string {
  return `POST ${api}${path}`;
}
