/** The house's import rules: what each room may look at, and the one room of each outside package. */
const rooms = {
  'src/domain': [],
  'src/scenario': ['src/domain'],
  'src/store': ['src/domain'],
  'src/charts': [],
  catalogue: ['src/domain'],
  dialogs: ['src/domain', 'src/scenario'],
  cards: ['src/domain', 'src/scenario'],
  'src/papers': ['src/domain', 'src/scenario', 'cards', 'src/charts', 'catalogue'],
  'src/channels': ['src/domain', 'src/scenario', 'src/store', 'dialogs', 'cards'],
  'src/web': [
    'src/domain',
    'src/scenario',
    'src/store',
    'dialogs',
    'cards',
    'src/channels',
    'src/charts',
    'src/papers',
  ],
};

const packages = {
  '(botbuilder|botframework)': '^(src/channels/((cloud|direct-line)/|hosted\\.ts)|test/)',
  fflate: '^(src/(tools|papers)|test)/',
  '(pdfkit|docx|uqr|@resvg|@expo-google-fonts)': '^(src/papers|test)/',
  'openid-client': '^(src/web|test)/',
  restify: '^(src/web|test)/',
  '(read|write)-excel-file|csv-(parse|stringify)': '^(src/(tools|papers)|test)/',
  '(lowdb|pg)(/|$)': '^(src/store|test)/',
  'd3-': '^(src/charts|test)/',
  '@microsoft/recognizers': '^src/domain/reading/worker\\.ts$',
};

const looksOnlyAt = ([room, others]) => ({
  name: `${room} looks only at: ${others.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: '^(src|dialogs|cards|catalogue)/', pathNot: `^(${[room, ...others].join('|')})/` },
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
