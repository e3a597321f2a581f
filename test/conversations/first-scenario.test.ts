import { expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import { converse } from '#dialogs/converse.ts';
import { domainIds } from '#domain/catalogue/domains.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import { inUse } from '#domain/consultation/content/in-use.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { domainMinutes, secondsATap, wordsAMinute } from '#scenario/coverage/minutes.ts';
import { type CardButton, primary, readCard, submit } from '#src/tools/simulate/card.ts';
import { viewOf } from '#test/cards/samples/view.ts';
import { catalogue, newConsultation, newPerson, newWorld } from './world.ts';

const short = inUse(catalogue, { length: 'short' });

interface Walk {
  person: Participant;
  replies: readonly Reply[];
  taps: number;
  words: number;
}

/** What a person reads and taps who only taps, from the go-ahead to their first scenario. */
async function walk(domain: (typeof domainIds)[number], language: 'fr' | 'en'): Promise<Walk> {
  const world = newWorld(async () => ({ numbers: [] }), {
    catalogue: short,
    consultation: newConsultation({ length: 'short' }),
  });
  const view = { ...viewOf(language), catalogue: short, consultation: world.consultation };
  const walk: Walk = { person: newPerson({ language }), replies: [], taps: 0, words: 0 };
  const does = async (event: Event) => {
    const { participant, replies } = await converse(walk.person, event, world);
    walk.person = participant;
    walk.replies = replies;
    for (const reply of replies) walk.words += wordsOf(render(reply, view));
  };
  await does({ kind: 'joined' });
  for (let turn = 0; turn < 40; turn++) {
    const last = walk.replies.at(-1);
    if (last?.label === 'personal-scenario') return walk;
    const { card } = render(last ?? { label: 'stale' }, view);
    const { actions, inputs } = readCard(card);
    const chosen = actions.find(({ data }) => data.act === 'open' && data.domain === domain);
    const button: CardButton | undefined = chosen ?? primary({ actions, inputs }, turn);
    if (button === undefined) throw new Error(`No way on at ${last?.label}`);
    // Several answers take a tap each before the way on.
    const several = inputs.find(({ isMultiSelect, isRequired }) => isMultiSelect && isRequired);
    const filled: Record<string, string> = several ? { [several.id]: several.choices[0]?.value ?? '' } : {};
    walk.taps += several ? 2 : 1;
    await does({ kind: 'submit', value: submit(button, filled) });
  }
  throw new Error('It does not end');
}

/** Words in sight: what lies behind a button is read by whoever asks, and the buttons that stand on every card once. */
function wordsOf({ text, card }: ReturnType<typeof render>): number {
  const said = card === undefined ? [text] : textsIn(card.body);
  return said.join(' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

function textsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null || ('isVisible' in node && node.isVisible === false))
    return [];
  const own = ['text', 'label'].flatMap((name) => {
    const value: unknown = Object(node)[name];
    return typeof value === 'string' ? [value] : [];
  });
  const isButton = 'title' in node && !('value' in node) && !('data' in node && 'verb' in node);
  const title = isButton && typeof node.title === 'string' && !('selectAction' in node) ? [node.title] : [];
  const { selectAction: _, data: __, choices, style, ...rest } = Object(node);
  // A list that is folded is read when it is opened.
  const listed =
    style === 'compact'
      ? []
      : textsIn((choices ?? []).map(({ title }: { title: string }) => ({ text: title })));
  return [...own, ...title, ...listed, ...Object.values(rest).flatMap(textsIn)];
}

test.each(domainIds.flatMap((domain) => [[domain, 'fr'] as const, [domain, 'en'] as const]))(
  'a first scenario in %s, in %s, takes at most 14 taps after the go-ahead, and the minutes that are announced',
  async (domain, language) => {
    const { taps, words } = await walk(domain, language);
    const minutes = words / wordsAMinute + (taps * secondsATap) / 60;
    const announced = domainMinutes(short, textIn(short, language));
    expect(taps - 1).toBeLessThanOrEqual(14);
    expect(minutes).toBeLessThanOrEqual(5.5);
    expect(Math.abs(announced - minutes) / minutes).toBeLessThanOrEqual(0.2);
  },
);
