import { describe, expect, test } from '@jest/globals';
import { actionWith, primary, readCard, submit } from '#src/tools/simulate/card.ts';
import { fill, typedFor } from '#src/tools/simulate/fill.ts';
import { opinion, type PersonaOpinion } from '#src/tools/simulate/opinion.ts';
import { type Persona, persona } from '#src/tools/simulate/persona.ts';
import { createRng } from '#src/tools/simulate/rng.ts';
import { speech } from '#src/tools/simulate/speech.ts';
import { contentOf, samples } from './sample-cards.ts';

const filling = (seed: number, opinion?: PersonaOpinion) => ({
  rng: createRng(seed),
  speech: speech.fr,
  sparing: false,
  shares: false,
  ...(opinion && { opinion }),
});

describe('reading a card', () => {
  test('finds inputs and buttons wherever they stand', () => {
    const card = readCard(contentOf(samples.scale()));
    expect(card.inputs.map(({ id, choices }) => [id, choices.length])).toEqual([['value', 5]]);
    expect(primary(card)?.data).toEqual({ act: 'answer', question: 'q-scale' });
  });

  test('takes what is no card for an empty one', () => {
    expect(readCard(null)).toEqual({ inputs: [], actions: [] });
    expect(
      readCard({ body: [{ type: 'Input.Text' }, 7, 'x'], actions: [{ type: 'Action.OpenUrl' }] }),
    ).toEqual({
      inputs: [],
      actions: [],
    });
  });

  test('sends the inputs beside a button’s data, unless the button takes none', () => {
    const card = readCard(contentOf(samples.profile()));
    const filled = { roles: 'elected' };
    const [onward, declined] = [primary(card), actionWith(card, 'decline', true)];
    expect(onward && submit(onward, filled)).toEqual({ act: 'profile', roles: 'elected' });
    expect(declined && submit(declined, filled)).toEqual({ act: 'profile', decline: true });
  });
});

describe('filling a card', () => {
  test('gives every input a value it allows', () => {
    const card = readCard(contentOf(samples.profile()));
    for (let seed = 0; seed < 50; seed++) {
      const { roles = '', territory } = fill(card, filling(seed));
      expect(['elected', 'resident']).toEqual(expect.arrayContaining(roles.split(',')));
      expect(['town', 'village']).toContain(territory);
    }
  });

  test('draws more people to some choices than to others', () => {
    const card = readCard(contentOf(samples.scale()));
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 300; seed++) {
      const { value = '' } = fill(card, filling(seed));
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect(counts.size).toBe(5);
    expect(Math.max(...counts.values())).toBeGreaterThan(3 * Math.min(...counts.values()));
  });

  test('keeps a text within its length', () => {
    const card = readCard(contentOf(samples.text()));
    for (let seed = 0; seed < 20; seed++) {
      const { value = '' } = fill(card, filling(seed));
      expect(value.length).toBeGreaterThan(0);
      expect(value.length).toBeLessThanOrEqual(30);
    }
  });

  test('says of a trajectory what the person thinks of it', () => {
    const card = readCard(contentOf(samples.trajectory('t')));
    const view = {
      stance: -2,
      knows: true,
      when: 0,
      keeps: true,
      benefits: 2,
      favourite: 0.9,
      remarks: false,
    };
    expect(fill(card, filling(1, view))).toEqual({
      stance: '-2',
      horizon: 'now',
      kept: 'true',
      benefits: 'environment,jobs',
      shared: 'false',
    });
    expect(fill(card, filling(1, { ...view, knows: false })).stance).toBe('dont-know');
  });
});

describe('letting what one writes be read', () => {
  const remarking = {
    ...{ stance: 1, knows: true, when: 0.5, keeps: true },
    ...{ benefits: 1, favourite: 0, remarks: true },
  };

  test.each(['trajectory', 'text', 'consent'] as const)(
    'is a person’s way, whatever the chance (%s)',
    (name) => {
      const card = readCard(contentOf(samples[name]('t')));
      const box = name === 'consent' ? 'unclear' : 'shared';
      for (let seed = 0; seed < 30; seed++) {
        const about = name === 'trajectory' ? remarking : undefined;
        expect(fill(card, { ...filling(seed, about), shares: true })[box]).toBe('true');
        expect(fill(card, filling(seed, about))[box]).toBe('false');
      }
    },
  );

  test('goes with a condition more often', () => {
    const crowd = Array.from({ length: 400 }, (_, i) => persona(7, i));
    const share = (people: readonly Persona[]) =>
      people.filter((one) => opinion(one, 't1').remarks).length / people.length;
    const sharers = crowd.filter(({ shares }) => shares);
    expect(sharers.length).toBeGreaterThan(80);
    expect(sharers.length).toBeLessThan(200);
    expect(share(sharers)).toBeGreaterThan(2 * share(crowd.filter(({ shares }) => !shares)));
    const card = readCard(contentOf(samples.trajectory('t')));
    const written = Array.from({ length: 60 }, (_, seed) => fill(card, filling(seed, remarking)).condition);
    for (const text of written) expect([undefined, ...speech.fr.conditions]).toContain(text);
    expect(new Set(written).size).toBeGreaterThan(4);
  });
});

describe('typing instead of tapping', () => {
  test('says the same in words', () => {
    const scale = readCard(contentOf(samples.scale()));
    const said = new Set(
      Array.from({ length: 60 }, (_, seed) =>
        typedFor(scale, { value: '4' }, speech.fr, createRng('scale', seed)),
      ),
    );
    expect([...said]).toEqual(expect.arrayContaining(['4', 'plutôt 4', '4 sur 5']));
    const trajectory = readCard(contentOf(samples.trajectory('t')));
    const titles = Array.from({ length: 30 }, (_, seed) =>
      typedFor(trajectory, { stance: '2' }, speech.fr, createRng('stance', seed)),
    );
    expect(titles).toContain('Choix 2');
  });

  test('is not for a profile', () => {
    expect(typedFor(readCard(contentOf(samples.profile())), {}, speech.fr, createRng(1))).toBeUndefined();
  });
});

describe('opinions', () => {
  const people = Array.from({ length: 200 }, (_, i) => persona(7, i));

  test('are the same each time a person is asked', () => {
    for (const someone of people.slice(0, 20)) expect(opinion(someone, 't1')).toEqual(opinion(someone, 't1'));
  });

  test('bring the groups together on some trajectories, divide them on others, and reject others', () => {
    const kinds = Array.from({ length: 60 }, (_, i) => {
      const stances = people.map((someone) => opinion(someone, `trajectory-${i}`).stance);
      const support = stances.filter((stance) => stance > 0).length / stances.length;
      const opposition = stances.filter((stance) => stance < 0).length / stances.length;
      if (support > 0.7) return 'together';
      if (opposition > 0.7) return 'rejected';
      return support > 0.3 && opposition > 0.3 ? 'divided' : 'cold';
    });
    for (const kind of ['together', 'rejected', 'divided', 'cold']) {
      expect(kinds.filter((one) => one === kind).length).toBeGreaterThan(2);
    }
  });
});
