import { minGroups } from '#domain/consultation/consultation.ts';
import { grainOf } from '#wording/numbers.ts';
import { classMeanings, methodPoints } from '#wording/reading/method.ts';
import { consultationNames, dated } from '#wording/titles.ts';
import type { Result } from '../result.ts';
import { type Block, heading, list, note, paragraph } from './block.ts';

/** The words of the report, once and for all, below what it found. */
export function howToRead({ wording, kind }: Result): readonly Block[] {
  const { say } = wording;
  return [
    heading(1, say('report.reading.heading')),
    paragraph(say('report.reading.trajectory')),
    paragraph(say('report.reading.classes')),
    list(classMeanings(wording)),
    ...(kind === 'final' ? [paragraph(say('report.reading.margin'))] : []),
    note(say('results.reading')),
  ];
}

/** How the figures were made, and what they cannot say. */
export function method({ wording, kind, quotes }: Result): readonly Block[] {
  const { say } = wording;
  const own = say(quotes.length === 0 ? 'report.method.own-words' : 'report.method.quoted-words');
  return [
    heading(1, say('report.method.heading')),
    list([say('report.method.chosen'), ...methodPoints(grainOf(kind), wording), own]),
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
    note(
      [
        say('report.licence.source', { controller, title, date: dated(wording, at) }),
        say('report.licence.catalogue', { title: text.title, version: catalogue.version }),
      ].join(' '),
    ),
  ];
}
