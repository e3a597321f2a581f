import { describe, expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import type { AdaptiveCard } from '#cards/view.ts';
import { Submit } from '#domain/conversation/submit.ts';
import { languages } from '../wording/sample.ts';
import { longReplies, longView } from './samples/longest.ts';
import { samples } from './samples/replies.ts';
import { viewOf } from './samples/view.ts';
import { inputsOf, type Node, primariesOf } from './walk.ts';

/** What somebody who fills in everything and presses the way forward would send. */
function pressed(card: AdaptiveCard): unknown {
  const [primary] = primariesOf(card);
  const values = inputsOf(card).map((input) => [input.id, fill(input)]);
  return { ...(primary?.data as object), ...Object.fromEntries(values) };
}

function fill({ type, choices, isMultiSelect, valueOn, maxLength }: Node): unknown {
  if (type === 'Input.Toggle') return valueOn;
  if (type === 'Input.Date') return '2026-12-15';
  if (type === 'Input.Text') return 'é'.repeat(Number(maxLength));
  const values = (choices as { value: string }[]).map(({ value }) => value);
  return isMultiSelect ? values.slice(0, 2).join(',') : values[values.length - 1];
}

const cards = languages.flatMap((language) => [
  ...Object.entries(samples).map(
    ([name, reply]) => [`${name}, ${language}`, render(reply, viewOf(language)).card] as const,
  ),
  ...Object.entries(longReplies).map(
    ([name, reply]) =>
      [`${name} at its longest, ${language}`, render(reply, longView(language)).card] as const,
  ),
]);

describe('filling in everything and pressing the way forward', () => {
  const sending = cards.flatMap(([name, card]) =>
    card && primariesOf(card)[0]?.data ? [[name, card] as const] : [],
  );

  test.each(sending)('of %s sends what is understood', (_, card) => {
    const sent = pressed(card);
    expect(Submit.parse(sent)).toEqual(sent);
  });

  test('sends an answer with its value', () => {
    const { card } = render(samples['question-multi'] ?? never(), viewOf('fr'));
    expect(card && pressed(card)).toEqual({
      act: 'answer',
      question: 'mobility-hard',
      value: 'information,connections',
    });
  });

  test('sends a ballot with all its parts', () => {
    const asked = samples['trajectory-details'];
    if (asked?.label !== 'trajectory') never();
    // What is not wished for has one way forward.
    const unwished = { ...asked, given: { stance: -1, kept: false, benefits: [] as [] } } as const;
    const { card } = render(unwished, viewOf('fr'));
    expect(card && pressed(card)).toEqual({
      act: 'ballot',
      trajectory: asked.trajectory,
      stance: '-1',
      horizon: 'dont-know',
      benefits: 'quality-of-life,environment',
      condition: 'é'.repeat(400),
      concern: 'é'.repeat(400),
      shared: 'true',
    });
  });
});

function never(): never {
  throw new Error('No such sample');
}
