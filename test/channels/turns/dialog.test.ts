import { describe, expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import type { AdaptiveCard } from '#cards/view.ts';
import { dialog } from '#channels/turns/dialog.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { parsed } from '#test/cards/parsed.ts';
import { longDialogView, longReplies } from '#test/cards/samples/longest.ts';
import { samples } from '#test/cards/samples/replies.ts';
import { dialogView } from '#test/cards/samples/view.ts';
import { inputsOf, nodes, readOn } from '#test/cards/walk.ts';
import { languages } from '#test/wording/sample.ts';

const fr = dialogView('fr');
const cardOf = (replies: readonly Reply[], view = fr): AdaptiveCard =>
  dialog(replies, view).task.value.card.content;
const sample = (name: string) => samples[name] ?? longReplies[name] ?? { label: 'stale' };
const size = (card: AdaptiveCard) => Buffer.byteLength(JSON.stringify(card));

test('a reply is a card in a window that bears the consultation’s title', () => {
  const [reply, shown] = [sample('question-choice'), dialog([sample('question-choice')], fr)];
  expect(shown).toEqual({
    task: {
      type: 'continue',
      value: {
        title: 'Vallée de la Seille 2040',
        width: 'medium',
        height: 'large',
        card: { contentType: 'application/vnd.microsoft.card.adaptive', content: render(reply, fr).card },
      },
    },
  });
});

test('of several replies the last has the buttons; what was said before stands above, in order', () => {
  const replies = ['notice-understood', 'group-scenario', 'question-multi'].map(sample);
  const card = cardOf(replies);
  const last = render(sample('question-multi'), fr);
  expect(card.actions).toEqual(last.card?.actions);
  expect(card.body.slice(-(last.card?.body.length ?? 0))).toEqual(last.card?.body);
  const heard = replies.map((reply) => card.fallbackText.indexOf(render(reply, fr).text));
  expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  expect(heard[0]).toBe(0);
  expect(readOn(card).join('\n')).toContain(render(replies[1] ?? sample('stale'), fr).text.split('\n')[0]);
});

test('a last word without buttons leaves those above', () => {
  const card = cardOf([sample('menu'), sample('notice-no-more')]);
  expect(card.actions).toEqual(render(sample('menu'), fr).card?.actions);
});

test('what does not fit in one card leaves out the earliest', () => {
  const view = longDialogView('fr');
  const replies = ['long-group', 'long-changes', 'long-personal', 'long-trajectory'].map(sample);
  const card = cardOf(replies, view);
  expect(size(card)).toBeLessThan(28_000);
  expect(replies.reduce((sum, reply) => sum + size(render(reply, view).card ?? card), 0)).toBeGreaterThan(
    28_000,
  );
  const last = render(sample('long-trajectory'), view).card;
  expect(card.actions).toEqual(last?.actions);
  expect(card.body.slice(-(last?.body.length ?? 0))).toEqual(last?.body);
});

/** What a conversation says in one turn. */
const turns: readonly (readonly string[])[] = [
  ['welcome', 'consent'],
  ['notice-welcome-back', 'group-scenario', 'trajectory-given'],
  ['notice-content-changed', 'notice-changed', 'long-trajectory'],
  ['notice-ballot-noted', 'notice-domain-summary', 'menu-done'],
  ['notice-understood', 'notice-all-done', 'menu-done'],
  ['notice-language', 'profile-given'],
  ['stale', 'titles'],
  ['notice-not-for-you', 'long-text'],
  ['notice-facilitator-welcome', 'notice-welcome-back', 'confirmation'],
];
const all = Object.keys(longReplies).map((name) => [name]);

describe.each(languages)('in %s', (language) => {
  test.each([...turns, ...all].map((names) => [names.join(', '), names] as const))('%s', (_, names) => {
    const card = cardOf(names.map(sample), longDialogView(language));
    expect(parsed(card).complaints).toEqual([]);
    expect(size(card)).toBeLessThan(28_000);
    const ids = nodes(card.body).flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(inputsOf(card).length > 0 && card.actions.length === 0).toBe(false);
  });
});
