/**
 * The house's import rules: what each room may look at, and the one room of each outside package.
 * Arrows point one way: what is pure looks at nothing, what meets the world looks at what is pure.
 */
const core = ['src/domain'];
const rooms = {
  'src/domain': [],
  'src/understanding': core,
  'src/scenario': core,
  'src/store': core,
  'src/charts': [],
  'src/application': [...core, 'src/scenario', 'src/understanding', 'src/store'],
  // Where a person stands in the conversation is the conversation's to say.
  'src/projections': [...core, 'src/scenario', 'src/store', 'dialogs/place/progress'],
  'src/wording': [...core, 'src/scenario', 'cards'],
  catalogue: core,
  dialogs: [...core, 'src/scenario', 'src/understanding'],
  cards: [...core, 'src/scenario', 'src/wording'],
  'src/documents': [...core, 'src/scenario', 'src/wording', 'src/charts', 'catalogue', 'cards'],
  'src/channels': [
    ...core,
    'src/scenario',
    'src/understanding',
    'src/store',
    'src/application',
    'src/projections',
    'src/wording',
    'dialogs',
    'cards',
  ],
  'src/web': [
    ...core,
    'src/scenario',
    'src/store',
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

/** Inside web each folder looks at http and at itself; what two of them share stands there or in a room below. */
const webFolders = {
  admin: ['http', 'public'],
  api: ['http'],
  'direct-line': ['http'],
};

const packages = {
  '(botbuilder|botframework)': '^(src/channels/((bot-framework|direct-line)/|hosted\\.ts)|test/)',
  fflate: '^(src/(tools|documents)|test)/',
  '(pdfkit|docx|uqr|@resvg|@expo-google-fonts)': '^(src/documents|test)/',
  'openid-client': '^(src/web|test)/',
  restify: '^(src/web|test)/',
  '(read|write)-excel-file|csv-(parse|stringify)': '^(src/(tools|documents)|test)/',
  '(lowdb|pg)(/|$)': '^(src/store|test)/',
  'd3-': '^(src/charts|test)/',
  '@microsoft/recognizers': '^src/understanding/recogniser/worker\\.ts$',
};

const looksOnlyAt = ([room, others]) => ({
  name: `${room} looks only at: ${others.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: '^(src|dialogs|cards|catalogue)/', pathNot: `^(${[room, ...others].join('|')})(/|\\.ts$)` },
});

const looksWithinWebAt = ([folder, others]) => ({
  name: `src/web/${folder} looks within src/web only at: ${others.join(', ')}`,
  severity: 'error',
  from: { path: `^src/web/${folder}/` },
  to: { path: '^src/web/', pathNot: `^src/web/(${[folder, ...others].join('|')})/` },
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
    ...Object.entries(rooms).map(looksOnlyAt),
    ...Object.entries(webFolders).map(looksWithinWebAt),
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
