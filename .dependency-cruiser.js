/**
 * The house's import rules: what each room may look at, and the one room of each outside package.
 * Arrows point one way: what is pure looks at nothing, what meets the world looks at what is pure.
 */
const core = ['src/domain'];
/** The port that measures are taken by; who keeps them is the program's to say. */
const observer = 'src/observability/observer';
const rooms = {
  'src/domain': [],
  'src/observability': [],
  'src/understanding': core,
  'src/scenario': core,
  'src/store': [...core, observer],
  'src/charts': [],
  'src/jobs': [],
  'src/application': [...core, 'src/scenario', 'src/understanding', 'src/store', 'src/jobs'],
  // Where a person stands in the conversation is the conversation's to say.
  'src/projections': [...core, 'src/scenario', 'src/store', 'dialogs/place/progress'],
  'src/wording': [...core, 'src/scenario'],
  catalogue: core,
  dialogs: [...core, 'src/scenario', 'src/understanding'],
  cards: [...core, 'src/scenario', 'src/wording'],
  'src/documents': [...core, 'src/scenario', 'src/wording', 'src/charts', 'catalogue'],
  'src/channels': [
    ...core,
    observer,
    'src/scenario',
    'src/understanding',
    'src/store',
    'src/jobs',
    'src/application',
    'src/projections',
    'src/wording',
    'dialogs',
    'cards',
  ],
  'src/web': [
    ...core,
    observer,
    'src/scenario',
    'src/store',
    'src/jobs',
    'src/application',
    'src/projections',
    'src/wording',
    'dialogs',
    'cards',
    'src/documents',
    'src/charts',
    'src/channels',
  ],
};

/** Within `src/web` each way in stands by itself, on what all of them need of HTTP; `site.ts` alone mounts them. */
const web = {
  // Its results are what the public page and the facilitator's space both show of a released result.
  'src/web/http': [...core, observer, 'src/store', 'src/wording', 'src/charts', 'src/documents'],
  // What a person's own pages show of the group depends on where they stand in the conversation.
  'src/web/public': [
    ...core,
    'src/scenario',
    'src/store',
    'src/wording',
    'dialogs/place/progress',
    'src/documents',
    'src/channels',
    'src/web/http',
  ],
  // What runs in the browser knows the shape of what its page tells it, and nothing else of the server.
  'src/web/chat-client': ['src/web/http/pages/chat-page-settings'],
  'src/web/direct-line': ['src/channels', 'src/web/http'],
  'src/web/admin': [
    ...core,
    'src/scenario',
    'src/store',
    'src/application',
    'src/projections',
    'src/wording',
    'src/documents',
    'src/charts',
    'src/channels',
    'cards',
    'src/web/http',
  ],
  'src/web/api': [
    ...core,
    'src/scenario',
    'src/store',
    'src/jobs',
    'src/application',
    'src/projections',
    'src/wording',
    'src/documents',
    'src/channels',
    'src/web/http',
  ],
};

const packages = {
  '(botbuilder|botframework)': '^(src/channels/((bot-framework|direct-line)/|hosted\\.ts)|test/)',
  nodemailer: '^src/channels/mail/mailer\\.ts$',
  fflate: '^(src/(tools|documents)|test)/',
  '(pdfkit|docx|pptxgenjs|uqr|@resvg|@expo-google-fonts)': '^(src/documents|test)/',
  'openid-client': '^(src/web|test)/',
  restify: '^(src/web|test)/',
  '@microsoft/teams-js': '^src/web/public/teams/client/',
  standardwebhooks: '^(src/web/api/hooks|test)/',
  'proxy-addr': '^(src/web/http/request/client-address\\.ts$|test/)',
  'cookie(/|$)': '^(src/web/http/request/cookies\\.ts$|test/)',
  'on-headers': '^src/web/http/base-path\\.ts$',
  '(read|write)-excel-file|csv-stringify': '^(src/(tools|documents)|test)/',
  'csv-parse': '^(src/documents/tables/csv/read-csv\\.ts$|test/)',
  '(lowdb|pg)(/|$)': '^(src/store|test)/',
  'pg-boss': '^src/jobs/pg-boss/',
  'd3-': '^(src/charts|test)/',
  'entities(/|$)': '^src/channels/turns/spoken-words\\.ts$',
  'prom-client': '^src/observability/metrics/',
  '@opentelemetry': '^src/observability/tracing/',
  piscina:
    '^(src/(understanding/recogniser/worker-pool|projections/clusters/draw-clusters|documents/queue/document-pool)\\.ts|test/)',
  '@microsoft/recognizers': '^src/understanding/recogniser/worker\\.ts$',
};

const looksOnlyAt = ([room, others], where = '') => ({
  name: `${where}${room} looks only at: ${others.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: '^(src|dialogs|cards|catalogue)/', pathNot: `^(${[room, ...others].join('|')})(/|\\.ts$)` },
});

const livesIn = ([name, room]) => ({
  name: `${name} stays in its room`,
  severity: 'error',
  from: { pathNot: room },
  to: { path: `^(node_modules/)?${name}` },
});

export default {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(rooms).map((room) => looksOnlyAt(room)),
    ...Object.entries(web).map(([room, others]) => looksOnlyAt([room, others], 'within src/web, ')),
    {
      name: 'a page draws a card only to show what a publication will say',
      severity: 'error',
      from: { path: '^src/web/', pathNot: '^src/web/admin/publish/' },
      to: { path: '^cards/' },
    },
    {
      name: 'the queue on PostgreSQL is loaded where there is one alone',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/jobs/pg-boss/' },
      to: { path: '^src/jobs/pg-boss/', dynamic: false },
    },
    ...Object.entries(packages).map(livesIn),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
