import { describe, expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { languages } from '../wording/sample.ts';
import { ballot, samples } from './samples/replies.ts';
import { viewOf } from './samples/view.ts';
import { inputsOf, nodes } from './walk.ts';

const cardOf = (reply: Reply, language: string) => {
  const { card } = render(reply, viewOf(language));
  if (card === undefined) throw new Error('No card');
  return card;
};
const boxOf = (reply: Reply, id: string, language = 'fr') =>
  inputsOf(cardOf(reply, language)).find((input) => input.id === id);
const sample = (name: string): Reply => {
  const found = samples[name];
  if (found === undefined) throw new Error(`No sample ${name}`);
  return found;
};

const text = { label: 'question', question: 'mobility-own-words', domain: 'mobility' } as const;
const asked = { ...text, position: { index: 6, total: 6 } };
const shown = (given: Partial<typeof ballot>): Reply => ({
  label: 'trajectory',
  trajectory: 'mobility-avoided',
  domain: 'mobility',
  position: { index: 1, total: 4 },
  given: { ...ballot, ...given },
  details: true,
});

describe.each(languages)('the leave to read, in %s', (language) => {
  const { say } = viewOf(language);

  test.each(['question-text', 'trajectory-details'])(
    'is one unticked box under what is written: %s',
    (name) => {
      const inputs = inputsOf(cardOf(sample(name), language));
      expect(inputs.filter(({ id }) => id === 'shared')).toHaveLength(1);
      expect(inputs.at(-1)).toMatchObject({
        id: 'shared',
        type: 'Input.Toggle',
        value: 'false',
        title: say('card.shared.allow'),
        label: say('card.shared.label'),
      });
      expect(inputs.at(-2)).toMatchObject({ type: 'Input.Text' });
    },
  );

  test.each(['question-choice', 'question-multi', 'question-scale', 'profile', 'trajectory-given'])(
    'is not asked where nothing is written: %s',
    (name) => {
      expect(inputsOf(cardOf(sample(name), language)).map(({ id }) => id)).not.toContain('shared');
    },
  );

  test('is asked at the go-ahead for replies that are not understood, unticked and of no need', () => {
    const box = boxOf({ label: 'consent' }, 'unclear', language);
    expect(box).toMatchObject({
      type: 'Input.Toggle',
      value: 'false',
      title: say('card.consent.unclear.allow'),
    });
    expect(box).not.toHaveProperty('isRequired');
  });
});

test.each<[string, Reply, string]>([
  ['a text that may be read', { ...asked, given: { kind: 'text', value: 'Un car.', shared: true } }, 'true'],
  ['a text that may not', { ...asked, given: { kind: 'text', value: 'Un car.' } }, 'false'],
  ['an answer of another kind', { ...asked, given: { kind: 'dont-know' } }, 'false'],
  ['remarks that may be read', shown({ shared: true }), 'true'],
  ['remarks that may not', shown({}), 'false'],
])('%s comes back with its box as it was left', (_, reply, value) => {
  expect(boxOf(reply, 'shared')?.value).toBe(value);
});

test('the box of a ballot lies with condition and concern, behind the button while they are empty', () => {
  const panelOf = (reply: Reply) => nodes(cardOf(reply, 'fr').body).find(({ id }) => id === 'details');
  const ids = (panel: ReturnType<typeof panelOf>) => nodes(panel ?? {}).map(({ id }) => id);
  const empty = panelOf(sample('trajectory-details'));
  expect(empty?.isVisible).toBe(false);
  expect(ids(empty)).toEqual(expect.arrayContaining(['condition', 'concern', 'shared']));
  expect(panelOf(shown({ shared: true }))?.isVisible).toBe(true);
});
