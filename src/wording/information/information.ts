import { onPaper, packOf } from '#domain/catalogue/language.ts';
import { consultationNames } from '../titles.ts';
import type { Wording } from '../wording.ts';
import { retentionInShort, retentionText } from './retention.ts';

/** Who is responsible, with how to reach them where that was said. */
export function responsible(wording: Wording): string {
  const { contact } = wording.consultation.controller;
  const { controller } = consultationNames(wording);
  return contact === '' ? controller : wording.say('card.consent.controller.reach', { controller, contact });
}

/** What is said of a person's data before they agree, in five lines: what for, who is responsible, who reads, for how long, and that one may leave. */
export function informationInShort(wording: Wording): readonly string[] {
  const { say } = wording;
  return [
    say('card.consent.short.purpose'),
    say('card.consent.short.controller', { controller: responsible(wording) }),
    say('card.consent.short.written'),
    retentionInShort(wording),
    say('card.consent.short.free'),
  ];
}

/** The same, fact by fact. */
export function informationFacts(
  wording: Wording,
): readonly { readonly label: string; readonly text: string }[] {
  const { say } = wording;
  return [
    { label: say('card.consent.controller.label'), text: responsible(wording) },
    { label: say('card.consent.kept.label'), text: say('card.consent.kept.text') },
    { label: say('card.consent.readers.label'), text: say('card.consent.readers.text') },
    {
      label: say('card.consent.retention.label'),
      text: retentionText(wording),
    },
    { label: say('card.consent.basis.label'), text: say('card.consent.basis.text') },
    { label: say('card.consent.rights.label'), text: say('card.consent.rights.text') },
  ];
}

/** The consultation's own words before the go-ahead, where it has some: those of the language on which theirs stands count for both. */
export function ownInformation({ consultation, catalogue, language }: Wording): string | undefined {
  const { information } = consultation;
  return information?.[language] ?? information?.[onPaper(packOf(catalogue.packs, language))];
}

/** The whole of it in plain paragraphs: the consultation's own words, or those that come with the program. */
export function informationText(wording: Wording): string {
  const own = ownInformation(wording);
  if (own !== undefined) return own;
  const facts = informationFacts(wording).map(({ label, text }) => `${label} ${text}`);
  return [wording.say('card.consent.purpose'), ...facts].join('\n\n');
}
