import { describe, expect, test } from '@jest/globals';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { converse } from '#dialogs/converse.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import { inUse } from '#domain/consultation/content/in-use.ts';
import { spokenIn } from '#domain/consultation/content/spoken-in.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { catalogue, newConsultation, newPerson, newWorld } from './world.ts';

const world = newWorld(async () => ({ numbers: [] }), {
  catalogue: inUse(catalogue, { length: 'short' }),
  consultation: newConsultation({ domains: ['mobility'], offers: ['fr-falc', 'ar'] }),
});
const usual = newWorld(world.recognise);
const typed = (text: string): Event => ({ kind: 'text', text });
const tapped = (value: unknown): Event => ({ kind: 'submit', value });
const informed = { mark: 'k7p2', print: 'of now' };

const agreed = (language: string, change: Partial<Participant> = {}): Participant =>
  newPerson({ language, consent: { at: '2026-11-23T10:00:00.000Z' }, ...change });

describe('easy French', () => {
  test.each(['facile à lire', 'FALC', 'en falc', 'Avec des mots simples'])(
    'is spoken once %j is typed',
    async (said) => {
      const { participant, replies } = await converse(newPerson({ informed }), typed(said), world);
      expect(participant.language).toBe('fr-falc');
      expect(replies.map(({ label }) => label)).toEqual(['notice', 'consent']);
    },
  );

  test('is spoken once its button is tapped, and French again', async () => {
    const { participant } = await converse(
      newPerson({ informed }),
      tapped({ act: 'language', language: 'fr-falc' }),
      usual,
    );
    expect(participant.language).toBe('fr-falc');
    const back = await converse(participant, typed('français'), usual);
    expect(back.participant.language).toBe('fr');
  });

  test('is read as French: titles of its own, and what people say', async () => {
    let person = agreed('fr-falc');
    for (const said of ['retraitée, petite ville', 'se déplacer', 'bus', 'la moitié', 'le prix'])
      ({ participant: person } = await converse(person, typed(said), world));
    expect(person.profile?.roles).toEqual(['retired']);
    expect(person.answers['mobility-daily']).toMatchObject({ value: 'public-transport' });
    expect(person.answers['mobility-avoidable']).toMatchObject({ value: 3 });
    expect(person.answers['mobility-hard']).toMatchObject({ values: ['cost'] });
  });

  test.each([
    ['plutôt oui', 1],
    ['plutôt non', -1],
    ['oui, beaucoup', 2],
    ['non, pas du tout', -2],
    ['ni oui ni non', 0],
  ])('reads the opinion %j', async (said, stance) => {
    let person = agreed('fr-falc', { profile: { roles: [], territory: 'declined' } });
    for (const step of ['se déplacer', 'bus', 'la moitié', 'le prix', 'personne', said])
      ({ participant: person } = await converse(person, typed(step), world));
    expect(Object.values(person.ballots)[0]).toMatchObject({ stance });
  });

  test('tells every question and trajectory in short sentences', () => {
    const { questions, trajectories, domains } = textIn(catalogue, 'fr-falc');
    const french = textIn(catalogue, 'fr');
    const all = [
      ...Object.values(trajectories).flatMap(({ title, summary, benefit, risk, example }) => [
        title,
        summary,
        benefit,
        risk,
        example,
      ]),
      ...Object.values(domains).map(({ description }) => description),
      ...Object.values(questions).map(({ title }) => title),
    ];
    const long = all
      .flatMap((text) => text.split(/(?<=[.?!])\s+/))
      .filter((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > 14);
    expect(long).toEqual([]);
    for (const [id, text] of Object.entries(trajectories))
      expect(text.summary).not.toBe(french.trajectories[id]?.summary);
  });
});

describe('Arabic', () => {
  test('is offered only where a consultation says so', async () => {
    const names = (offers?: string[]) =>
      spokenIn(catalogue, newConsultation(offers && { offers })).map(({ language }) => language);
    expect(names()).toEqual(['fr', 'en', 'fr-falc']);
    expect(names(['ar'])).toEqual(['fr', 'en', 'ar']);
    const { participant, replies } = await converse(newPerson({ informed }), typed('arabe'), usual);
    expect(participant.language).toBe('fr');
    expect(replies[0]).toMatchObject({ about: 'asked', asked: { topic: 'languages' } });
  });

  test('is answered by taps: what is typed is not guessed, and nothing is written down', async () => {
    const person = agreed('ar', { profile: { roles: [], territory: 'declined' }, domain: 'mobility' });
    const { participant, replies } = await converse(person, typed('2'), world);
    expect(replies).toMatchObject([{ label: 'retry', reason: 'tap', asked: { label: 'question' } }]);
    expect(participant.answers).toEqual({});
  });

  test('tells what it does not say itself in French, set apart', () => {
    const { domains, stances } = textIn(catalogue, 'ar');
    expect(domains.mobility?.title).toBe('\u2066Transport et mobilité\u2069');
    expect(stances['2']).toBe('مرغوب فيه جدًا');
    expect(textIn(catalogue, 'ar').said).toEqual(textIn(catalogue, 'fr').said);
  });

  const loaded = loadPhrases('catalogue');
  test.each([
    [0, 'أقل من دقيقة'],
    [1, 'بقيت دقيقة واحدة'],
    [2, 'بقيت دقيقتان'],
    [3, 'بقيت 3 دقائق'],
    [10, 'بقيت 10 دقائق'],
    [11, 'بقيت 11 دقيقة'],
    [100, 'بقيت 100 دقيقة'],
  ])('counts %d by its plural rules', (left, said) => {
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
    expect(loaded.phrases.say('ar')('card.step.left', { domain: 'D', left })).toBe(`D · ${said}`);
  });

  test('says in French, set apart, a phrase that it does not have', () => {
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
    const { say } = loaded.phrases;
    expect(say('ar')('admin.pages')).toBe(`\u2066${say('fr')('admin.pages')}\u2069`);
    expect(say('fr-falc')('admin.pages')).toBe(say('fr')('admin.pages'));
  });
});
