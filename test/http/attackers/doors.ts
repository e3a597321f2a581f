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
  /** An owner of all consultations: of the installation. */
  | 'owner-of-all'
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
/** Where the links in letters lead. */
const letters = ['/c/:code/prevenir/confirmer', '/c/:code/prevenir/oublier'];

/** Every route of the server with its door, as `GET /path`. A new route is put here by whoever mounts it. */
const byDoor: Readonly<Record<Door, readonly string[]>> = {
  anyone: [
    ...['/healthz', '/readyz', '/assets/:file', '/integration.js', '/worker.js'].flatMap(read),
    ...['/', '/c/:code', '/facilitator', '/c/:code/facilitator'].flatMap(read),
    ...['/confidentialite', '/mentions', '/accessibilite'].flatMap(read),
    ...['/teams/onglet', '/teams/c/:code'].flatMap(read),
    ...['/catalogue', '/catalogue/:catalogue', '/catalogue/:catalogue/:trajectory'].flatMap(read),
    ...read('/c/:code/resultats/annees'),
    ...['/c/:code/resultats', '/c/:code/results', '/c/:code/resultats/donnees.zip'].flatMap(read),
    ...read('/c/:code/propositions.csv'),
    ...['/c/:code/agenda.ics', '/c/:code/manifest.webmanifest', '/c/:code/logo/:print'].flatMap(read),
    ...['/c/:code/resultats/images/:file', '/schemas/resultats-1.json', '/api/openapi.json', '/api'].flatMap(
      read,
    ),
    ...[...read('/c/:code/prevenir'), 'POST /c/:code/prevenir'],
    ...[...['/c/:code/direct', '/c/:code/direct/flux'].flatMap(read), 'POST /c/:code/direct'],
    `POST ${line}/tokens/generate`,
  ],
  entry: [
    ...['GET /animation/entree', 'GET /animation/entree/:secret', 'POST /animation/entree/:secret'],
    ...['GET /animation/organisation', 'GET /animation/organisation/retour'],
    'GET /animation/organisation/obstacle',
  ],
  member: [
    ...['GET /animation', 'GET /animation/equipe', 'POST /animation/equipe/lien', 'POST /animation/sortie'],
    ...['GET /animation/journal', 'GET /animation/journal.csv', 'GET /animation/reprise'],
    ...['GET /animation/aide', 'GET /animation/visite', 'POST /animation/visite'],
  ],
  creator: ['GET /animation/nouvelle', 'POST /animation/nouvelle'],
  owner: [
    ...['POST /animation/equipe/invitation', 'POST /animation/equipe/:id/role'],
    // Their own name is anybody's of the team to change.
    ...['POST /animation/equipe/liens/:id/retrait', 'POST /animation/equipe/:id/nom'],
    ...['POST /animation/equipe/:id/retrait', 'GET /animation/acces', 'POST /animation/acces/cles'],
    ...['POST /animation/acces/cles/:id/retrait', 'POST /animation/acces/signaux'],
    ...['POST /animation/acces/signaux/:id/essai', 'POST /animation/acces/signaux/:id/retrait'],
  ],
  'owner-of-all': [
    ...[
      'GET /animation/sauvegardes',
      'POST /animation/sauvegardes',
      'POST /animation/sauvegardes/annulation',
    ],
    ...['GET /animation/sauvegardes/:backup', 'POST /animation/sauvegardes/:backup'],
    'GET /animation/sauvegardes/:backup/fichier',
  ],
  reader: [
    ...[
      '',
      '/suivi',
      '/suivi/flux',
      '/salle',
      '/salle/projection',
      '/salle/flux',
      '/salle/note.pdf',
      '/salle/note.docx',
      '/salle/direct',
      '/salle/direct/flux',
      '/salle/seances/:session/compte-rendu.pdf',
      '/salle/seances/:session/compte-rendu.docx',
    ],
    ...[
      '/materiel',
      '/materiel/telephones/flux',
      '/materiel/cartes.pdf',
      '/materiel/feuilles.pdf',
      '/inviter',
      '/inviter/code.svg',
    ],
    ...['/inviter/code.png', '/inviter/affiche.pdf', '/inviter/affiche-fr.pdf', '/inviter/affiche-en.pdf'],
    ...['/codes', '/papier', '/papier/feuille.pdf', '/papier/feuilles.pdf', '/papier/tableau.xlsx'],
    ...['/reglages', '/reglages/about', '/reglages/content', '/reglages/calendar', '/reglages/information'],
    ...[
      '/reglages/logo',
      '/resultats',
      '/resultats/export/:format',
      '/resultats/comparer',
      '/resultats/annees',
      '/resultats/jugements',
    ],
    ...['/resultats/jugements/tableau.csv', '/publier', '/suites'],
  ].map((path) => `GET ${c}${path}`),
  facilitator: [
    ...['/papier/saisie', '/papier/feuille', '/papier/feuilles/:sheet'].map((path) => `GET ${c}${path}`),
    ...[
      '/textes',
      '/propositions',
      '/materiel/table',
      '/essai',
      '/essai/conversation',
      '/courriel',
      '/materiel/tables/:table',
      '/suites/reponses/:id',
      '/second-tour',
    ].map((path) => `GET ${c}${path}`),
    `GET ${c}/suivi/territoire`,
    ...['/materiel/telephones/feuilles.pdf', '/salle/tables', '/salle/tables/flux'].map(
      (path) => `GET ${c}${path}`,
    ),
    ...['', '/apercu', '/classeur.xlsx', '/feuille/:sheet', '/:kind/:id'].map(
      (path) => `GET ${c}/catalogue${path}`,
    ),
    ...['/debut', '/fichier', '/edition', '/abandon', '/:kind/:id', '/:kind/:id/retrait'].map(
      (path) => `POST ${c}/catalogue${path}`,
    ),
    ...[
      ...['/ouverture', '/cloture', '/archivage', '/retour', '/copie', '/suppression', '/rappel', '/publier'],
      ...['/suites', '/suites/retrait', '/ouverture/retrait'],
      ...['/suites/reponses', '/suites/reponses/:id'],
      ...['/reglages/about', '/reglages/content', '/reglages/calendar', '/reglages/information'],
      ...['/reglages/content/prevision', '/reglages/calendar/prevision'],
      ...['/reglages/logo', '/reglages/logo/retrait'],
      ...[
        '/materiel/table',
        '/materiel/tables/:table',
        '/materiel/tables/:table/retrait',
        '/materiel/telephones',
        '/materiel/telephones/:key',
        '/textes/:text',
        '/propositions/:proposal',
        '/inviter/conversation',
      ],
      '/suivi/territoire',
      ...['/second-tour', '/second-tour/fin'],
      ...['/inviter/sites', '/resultats/moments', '/resultats/moments/:id/retrait', '/resultats/jugements'],
      ...['/resultats/jugements/fichier', '/resultats/jugements/retrait'],
      ...[
        '/publier/date',
        '/publier/date/retrait',
        '/codes',
        '/codes/planche',
        '/codes/annulation',
        '/courriel',
        '/courriel/envoi',
        '/papier/compte',
        '/papier/saisie',
        '/papier/fichier',
        '/papier/feuilles/:sheet',
        '/papier/feuilles/:sheet/retrait',
        '/salle/direct',
      ],
    ].map((path) => `POST ${c}${path}`),
  ],
  'owner-of': [
    ...[`GET ${c}/effacement`, `POST ${c}/effacement`],
    ...[`GET ${c}/reouverture`, `POST ${c}/reouverture`, `POST ${c}/cloture/retrait`],
  ],
  key: ['GET /api/consultations', 'POST /api/consultations', 'GET /api/journal', 'GET /api/catalogues'],
  'key-of': [
    ...['', '/plan', '/invitation', '/following', '/results', '/results/categories', '/results/vision'].map(
      getApi,
    ),
    ...['/results/comparison', '/cross-impacts', '/texts', '/moments', '/tables', '/exports/:format'].map(
      getApi,
    ),
    ...[getApi('/follow-ups'), postApi('/follow-ups'), `PUT ${api}/follow-ups/:id`],
    ...['/open', '/close', '/archive', '/restore', '/duplicate', '/reminders', '/publish'].map(postApi),
    ...['/moments', '/tables', '/erase-answers'].map(postApi),
    ...[`PATCH ${api}`, `DELETE ${api}`, `PUT ${api}/cross-impacts`, `DELETE ${api}/cross-impacts`],
    ...[`PUT ${api}/texts/:id/mark`, `DELETE ${api}/texts/:id/mark`, `DELETE ${api}/moments/:id`],
    ...[
      `PUT ${api}/tables/:id`,
      `DELETE ${api}/tables/:id`,
      `PUT ${api}/publication`,
      `DELETE ${api}/publication`,
    ],
  ],
  line: [
    ...[`POST ${line}/tokens/refresh`, `GET ${line}/session/getsessionid`, `POST ${line}/conversations`],
    ...[`GET ${line}/conversations/:id`, `POST ${line}/conversations/:id/activities`],
    ...[`GET ${line}/conversations/:id/activities`, `POST ${line}/conversations/:id/upload`],
  ],
  'own-link': [
    ...['/api/my-data', '/api/my-scenario', ...letters].flatMap(read),
    ...letters.map((path) => `POST ${path}`),
    ...[...read('/t/:key'), 'POST /t/:key'],
  ],
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
