/** The colours of the pages in their light theme, for paper: one calm accent on warm neutrals. */
export const palette = {
  ground: '#f8f6f2',
  surface: '#ffffff',
  quiet: '#f3f0ea',
  tint: '#e4f0ed',
  ink: '#23272b',
  soft: '#575c61',
  line: '#e0dbd2',
  edge: '#85807a',
  accent: '#0f665e',
  good: '#1f6b3a',
  warning: '#7d5200',
  attention: '#a5301f',
  against: '#d2988f',
  neither: '#d3cdc1',
} as const;
