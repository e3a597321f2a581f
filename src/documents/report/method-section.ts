import { minGroups } from '#domain/consultation/consultation.ts';
import { grainOf } from '#wording/numbers.ts';
import { choseToTakePart } from '#wording/participants.ts';
import { consultationNames, dated } from '#wording/titles.ts';
import type { Result } from '../result.ts';
import { type Block, heading, list, note, paragraph } from './block.ts';

const points = [
  'chosen',
  'selective',
  'unsure',
  'margin',
  'agreement',
  'smallest',
  'release',
  'groups',
  'vision',
  'own-words',
  'assistant',
] as const;

/** How the figures were made, and what they cannot say. */
export function method({ wording, kind, scenario }: Result): readonly Block[] {
  const { say, consultation } = wording;
  const facts = {
    who: choseToTakePart(scenario.n, grainOf(kind), wording),
    minGroup: consultation.minGroup,
  };
  return [
    heading(1, say('report.method.heading')),
    list(points.map((point) => say(`report.method.${point}`, facts))),
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
