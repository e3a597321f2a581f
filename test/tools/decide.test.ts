import { describe, expect, test } from '@jest/globals';
import { readCard } from '#src/tools/simulate/card.ts';
import { decide, type Scene } from '#src/tools/simulate/decide.ts';
import type { Persona } from '#src/tools/simulate/persona.ts';
import { createRng } from '#src/tools/simulate/rng.ts';
import { contentOf, samples } from './sample-cards.ts';
import { tapper } from './tapper.ts';

const scene = (sample: ReturnType<typeof samples.consent>, more: Partial<Scene> = {}): Scene => ({
  label: sample.label,
  language: 'fr',
  card: readCard(contentOf(sample)),
  turns: 5,
  focused: false,
  ...more,
});

/** What someone does in a scene, over many draws. */
const deeds = (someone: Persona, here: Scene) =>
  Array.from({ length: 60 }, (_, seed) => decide(someone, here, createRng('deeds', seed)));

describe('what a person does', () => {
  test('hangs on nothing but who, what and chance', () => {
    const here = scene(samples.trajectory('t1'));
    expect(deeds(tapper, here)).toEqual(deeds(tapper, here));
  });

  test('declines the profile when that is their way', () => {
    for (const action of deeds({ ...tapper, declinesProfile: true }, scene(samples.profile()))) {
      expect(action).toEqual({ does: 'tap', value: { act: 'profile', decline: true } });
    }
  });

  test('is typed by those who type, and tapped once they were not understood', () => {
    const typist = { ...tapper, types: 1, mumbles: 0.5 };
    const here = scene(samples.scale());
    expect(new Set(deeds(typist, here).map(({ does }) => does))).toEqual(new Set(['type']));
    expect(new Set(deeds(typist, { ...here, focused: true }).map(({ does }) => does))).toEqual(
      new Set(['tap']),
    );
  });

  test('is sometimes an aside, in the language at hand', () => {
    const wanderer = { ...tapper, wanders: 1 };
    const said = deeds(wanderer, scene(samples.scale(), { language: 'en' }));
    expect(said.every((action) => action.does === 'type' && action.aside === true)).toBe(true);
    expect(said.map((action) => (action.does === 'type' ? action.text : ''))).toEqual(
      expect.arrayContaining(['back', 'français']),
    );
  });

  test('is asking for the way when there is no card', () => {
    const { card: __, ...lost } = scene(samples.consent(), { label: 'notice' });
    expect(decide(tapper, lost, createRng(1))).toEqual({ does: 'type', text: 'menu' });
  });

  test('ends with their scenario and, for some, the group’s', () => {
    const scenario = scene(samples.scenario());
    expect(decide(tapper, scene(samples.menu()), createRng(1))).toEqual({
      does: 'type',
      text: 'mon scénario',
    });
    expect(decide(tapper, scenario, createRng(1))).toEqual({ does: 'leave', because: 'finished' });
    const curious = { ...tapper, looksAtGroup: true };
    expect(decide(curious, scenario, createRng(1))).toEqual({ does: 'type', text: 'le groupe' });
    expect(decide(curious, scene(samples.group()), createRng(1))).toEqual({
      does: 'leave',
      because: 'finished',
    });
  });
});
