import { describe, expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import type { Rendered, View } from '#cards/view.ts';
import { Reply } from '#domain/conversation/reply.ts';
import { Submit } from '#domain/conversation/submit.ts';
import { languages } from '../wording/sample.ts';
import { parsed } from './parsed.ts';
import { longDialogView, longReplies, longView } from './samples/longest.ts';
import { samples } from './samples/replies.ts';
import { channelView, dialogView, viewOf } from './samples/view.ts';
import { answersOf, inputsOf, nodes, primariesOf, readOn, sendersOf } from './walk.ts';

const actions = ['Action.Submit', 'Action.Execute'] as const;
const realistic = languages.flatMap((language) =>
  actions.flatMap((action) =>
    Object.entries(samples).map(
      ([name, reply]) => [`${name}, ${language}, ${action}`, reply, viewOf(language, action)] as const,
    ),
  ),
);
/** As everyone in a channel of Teams sees them. */
const together = languages.flatMap((language) =>
  Object.entries(samples).map(
    ([name, reply]) => [`${name} in a channel, ${language}`, reply, channelView(language)] as const,
  ),
);
const longest = languages.flatMap((language) =>
  Object.entries(longReplies).map(
    ([name, reply]) => [`${name} at its longest, ${language}`, reply, longView(language)] as const,
  ),
);

/** As one person sees them in a dialog over a channel. */
const overChannel = languages.flatMap((language) => [
  ...Object.entries(samples).map(
    ([name, reply]) => [`${name} in a dialog, ${language}`, reply, dialogView(language)] as const,
  ),
  ...Object.entries(longReplies).map(
    ([name, reply]) =>
      [`${name} at its longest in a dialog, ${language}`, reply, longDialogView(language)] as const,
  ),
]);

test('the samples are replies', () => {
  for (const reply of Object.values(longReplies)) expect(Reply.parse(reply)).toEqual(reply);
});

describe.each<readonly [string, Reply, View]>([...realistic, ...together, ...longest, ...overChannel])(
  '%s',
  (_, reply, view) => {
    const rendered = render(reply, view);
    const { card } = rendered;

    test('says something, and leaves no hole in it', () => {
      expect(rendered.text.trim()).toBe(rendered.text);
      expect(rendered.text).not.toBe('');
      for (const text of said(rendered)) expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
    });

    if (card === undefined) return;

    test('is read by the parser without a complaint', () => {
      expect(parsed(card).complaints).toEqual([]);
    });

    test('stays under 28 KB', () => {
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000);
    });

    test('has one way forward, or a button for each answer, and at most six buttons; choices asked again and asides have none', () => {
      const [primary, ...more] = primariesOf(card);
      const answers = answersOf(card);
      // What a room is asked has a button a point while it is asked, and waits for the room before and after.
      const isQuestion = reply.label === 'retry' || reply.label === 'room';
      const isWithout = isAside(reply) || isQuestion || answers.length > 1;
      expect({ more, has: isWithout || primary !== undefined }).toEqual({ more: [], has: true });
      if (isAside(reply)) expect(primary).toBeUndefined();
      if (primary !== undefined) expect(card.actions[0]).toEqual(primary);
      expect(card.actions.length).toBeLessThanOrEqual(6);
    });

    test('begins with a heading or with where it stands, then a heading; an aside takes no focus', () => {
      if (isAside(reply))
        return expect(nodes(card.body).some(({ style }) => style === 'heading')).toBe(false);
      const headings = nodes(card.body).filter(({ style }) => style === 'heading');
      expect(headings.length).toBeGreaterThan(0);
      expect(nodes(card.body).indexOf(headings[0] ?? {})).toBeLessThanOrEqual(1);
    });

    test('labels its inputs, says what is missing, and names each once', () => {
      const inputs = inputsOf(card);
      for (const input of inputs) {
        expect(input).toHaveProperty('label', expect.stringMatching(/\S/));
        if (input.isRequired) expect(input).toHaveProperty('errorMessage', expect.stringMatching(/\S/));
        if (input.type === 'Input.Text') expect(input).toHaveProperty('maxLength');
      }
      const ids = nodes(card.body).flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test('has buttons and rows that send what is understood, each with words', () => {
      for (const { type, title, data, verb, associatedInputs, style } of sendersOf(card)) {
        const { msteams, ...sent } = Object(data);
        expect(Submit.parse(sent)).toEqual(sent);
        if (view.several) expect(sent.consultation).toBe(view.consultation.id);
        expect(type).toBe(msteams === undefined ? view.action : 'Action.Submit');
        if (msteams !== undefined) {
          expect(msteams).toEqual({ type: 'task/fetch' });
          expect(view).toMatchObject({ setting: 'channel', dialogs: true });
          continue;
        }
        expect(title).toMatch(/\S/);
        expect(verb).toBe(type === 'Action.Execute' ? Submit.parse(data).act : undefined);
        // Who one is takes where one lives along, a view looked at again its reason.
        const mayTakeAlong =
          sent.roles !== undefined || sent.kept !== undefined || sent.act === 'second-look';
        if (style === 'positive') expect(associatedInputs).toBeUndefined();
        else if (!mayTakeAlong) expect(associatedInputs).toBe('none');
      }
    });

    test('says the same without a card', () => {
      expect(card.fallbackText).toBe(rendered.text);
      expect(rendered.speak).not.toBe('');
      expect(rendered.text).toContain(rendered.speak?.split('\n')[0]);
    });
  },
);

/** What was noted, or answered to a question: the card of what is asked follows. */
const isAside = (reply: Reply): boolean =>
  reply.label === 'notice' && ['understood', 'text-noted', 'ballot-noted', 'asked'].includes(reply.about);

const said = ({ text, card }: Rendered) => [text, ...(card ? readOn(card) : [])];

test('the parser does complain of what is wrong', () => {
  const { card } = render({ label: 'consent' }, viewOf('fr'));
  const body = [{ type: 'Input.Text', id: 'a', label: 'A', isRequired: true }, { type: 'Unheard' }];
  expect(card && parsed({ ...card, body }).complaints.length).toBeGreaterThan(0);
});
