import { minGroups } from '#domain/consultation/consultation.ts';
import { consultationNames, dated } from '#wording/titles.ts';
import type { Result } from '../result.ts';
import { type Block, heading, list, note, paragraph } from './block.ts';

/** What is said of a final result, whose figures are exact; of a provisional one; and of whether texts are quoted. */
const points = {
  final: ['margin', 'agreement', 'final', 'groups'],
  provisional: ['provisional'],
} as const;

/** The words of the report, once and for all, below what it found. */
export function howToRead({ wording, kind }: Result): readonly Block[] {
  const { say } = wording;
  const classes = ['common-ground', 'contested', 'set-aside', 'open'].map((it) =>
    say('report.reading.class', { name: say(`card.class.${it}`), meaning: say(`report.reading.${it}`) }),
  );
  return [
    heading(1, say('report.reading.heading')),
    paragraph(say('report.reading.trajectory')),
    paragraph(say('report.reading.classes')),
    list(classes),
    ...(kind === 'final' ? [paragraph(say('report.reading.margin'))] : []),
    note(say('results.reading')),
  ];
}

/** How the figures were made, and what they cannot say. */
export function method({ wording, kind, quotes }: Result): readonly Block[] {
  const { say, consultation } = wording;
  const facts = { minGroup: consultation.minGroup, least: minGroups.facilitator };
  const own = quotes.length === 0 ? 'own-words' : 'quoted-words';
  const said = ['chosen', 'selective', 'unsure', ...points[kind], 'smallest', 'vision', own, 'assistant'];
  return [
    heading(1, say('report.method.heading')),
    list(said.map((point) => say(`report.method.${point}`, facts))),
  ];
}

/** Who may use it, how it is named, and what it stands on. A result on small groups is not for everyone. */
export function licence({ wording, at }: Result): readonly Block[] {
  const { say, consultation, text, catalogue } = wording;
  const { title, controller } = consultationNames(wording);
  const isPublic = consultation.minGroup >= minGroups.public;
  return [
    heading(1, say('report.licence.heading')),
    paragraph(say(isPublic ? 'report.licence.open' : 'report.licence.inside', { least: minGroups.public })),
    paragraph(say('report.licence.source', { controller, title, date: dated(wording, at) })),
    note(say('report.licence.catalogue', { title: text.title, version: catalogue.version })),
  ];
}
