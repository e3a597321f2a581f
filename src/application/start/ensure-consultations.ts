import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { type Catalogues, successor } from '#domain/catalogue/catalogues.ts';
import { defaultLanguage } from '#domain/catalogue/language.ts';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import type { Phrases, Say } from '#domain/conversation/phrases.ts';
import type { Store } from '#store/store.ts';
import { whenUnreadable } from '#store/when-unreadable.ts';

/** The code of the consultation that the first start creates on the program's own catalogue. */
const demonstrationCode = 'decouverte';

/** Who is responsible, as the operator says it. */
interface Controller {
  readonly name?: string;
  readonly contact?: string;
}

interface Given {
  readonly catalogues: Catalogues;
  readonly phrases: Phrases;
  readonly controller: Controller;
  readonly now: string;
}

export interface StandingConsultation {
  readonly code: string;
  readonly title: string;
}

/** One consultation a catalogue, open to anyone and created where there is none; who is responsible as told now. */
export async function ensureConsultations(
  store: Store,
  given: Given,
): Promise<readonly [StandingConsultation, ...StandingConsultation[]]> {
  const [foremost, ...others] = given.catalogues.all;
  const latest = others.filter(({ id }, index) =>
    [foremost, ...others.slice(0, index)].every((earlier) => earlier.id !== id),
  );
  const opened: [StandingConsultation, ...StandingConsultation[]] = [await ensured(store, foremost, given)];
  for (const catalogue of latest) opened.push(await ensured(store, catalogue, given));
  return opened;
}

async function ensured(store: Store, { id }: Catalogue, given: Given): Promise<StandingConsultation> {
  const catalogue = successor(given.catalogues, `${id}@`) ?? given.catalogues.all[0];
  const isOwn = id === given.catalogues.all.at(-1)?.id;
  const named = isOwn ? demonstration(given) : theirs(catalogue);
  const before = await store.load('consultation', named.id).catch(whenUnreadable('unreadable'));
  // Nothing takes its place: its people are asked to come back, and the others go on.
  if (before === 'unreadable') return { code: named.id, title: named.title[defaultLanguage] ?? named.id };
  const wanted = toldWho(before ?? fresh(catalogue, named, given), given.controller);
  if (JSON.stringify(wanted) !== JSON.stringify(before)) await store.save('consultation', wanted);
  return { code: wanted.id, title: wanted.title[wanted.language] ?? wanted.id };
}

function toldWho(consultation: Consultation, { name, contact }: Controller): Consultation {
  const before = consultation.controller;
  const languages = Object.keys(before.name);
  return {
    ...consultation,
    controller: {
      name:
        name === undefined ? before.name : Object.fromEntries(languages.map((language) => [language, name])),
      contact: contact ?? before.contact,
    },
  };
}

type Named = Pick<Consultation, 'id' | 'title'>;

/** On the program's own catalogue: a demonstration, open to anyone. */
function demonstration({ phrases }: Given): Named {
  return { id: demonstrationCode, title: inEach(phrases, (say) => say('demonstration.title')) };
}

/** On a municipality's: it bears the name of its catalogue. */
function theirs({ id, text }: Catalogue): Named {
  const titles = Object.entries(text).map(([language, { title }]) => [language, title]);
  return { id, title: Object.fromEntries(titles) };
}

function fresh(catalogue: Catalogue, named: Named, { phrases, now }: Given): Consultation {
  return {
    ...named,
    schema: 1,
    version: 0,
    catalogue: catalogue.edition,
    territory: inEach(phrases, (say) => say('demonstration.territory')),
    controller: { name: inEach(phrases, (say) => say('demonstration.controller')), contact: '' },
    language: defaultLanguage,
    domains: catalogue.domains.map(({ id }) => id),
    length: 'short',
    retentionMonths: 12,
    opensAt: now,
    closed: false,
    minGroup: minGroups.public,
  };
}

/** A phrase in every language. */
function inEach(phrases: Phrases, word: (say: Say) => string): Record<string, string> {
  return Object.fromEntries(phrases.languages.map((language) => [language, word(phrases.say(language))]));
}
