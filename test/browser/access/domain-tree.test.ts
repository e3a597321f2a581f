import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import { converse } from '#dialogs/converse.ts';
import { inUse } from '#domain/consultation/content/in-use.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { primary, readCard, submit } from '#src/tools/simulate/card.ts';
import { viewOf } from '#test/cards/samples/view.ts';
import { catalogue, newConsultation, newPerson, newWorld } from '#test/conversations/world.ts';
import { opened, withBrowser } from '../with-browser.ts';
import { spokenTo } from './spoken-to.ts';

withBrowser('heard', () => {
  const given = opened();

  /** `UPDATE_TREE=yes npm run jest -- test/browser/access/domain-tree` writes it anew: then read it, as somebody would hear it. */
  const kept = new URL('./domain-tree.txt', import.meta.url);

  test('what a screen reader is told of a first domain, in order, is as it was read and agreed upon', async () => {
    const { page, show } = await spokenTo(given.browser, given.app, 'fr');
    const told: string[] = [];
    for (const turn of await aDomain()) {
      await show(turn, view);
      told.push(await page.locator('#log').ariaSnapshot());
    }
    await page.context().close();
    const tree = `${told.join('\n\n')}\n`.replaceAll(/[\u00a0\u202f]/g, ' ');
    if (process.env.UPDATE_TREE) await writeFile(kept, tree);
    expect(tree).toBe(await readFile(kept, 'utf8'));
  }, 60_000);
});

const short = inUse(catalogue, { length: 'short' });
const consultation = newConsultation({ length: 'short' });
const view = { ...viewOf('fr'), catalogue: short, consultation };

/** What is said from the welcome to the first scenario to somebody who only taps, a turn at a time. */
async function aDomain(): Promise<readonly (readonly Reply[])[]> {
  const world = newWorld(async () => ({ numbers: [] }), { catalogue: short, consultation });
  const turns: (readonly Reply[])[] = [];
  let person = newPerson();
  let event: Event = { kind: 'joined' };
  for (let turn = 0; turn < 40; turn++) {
    const { participant, replies } = await converse(person, event, world);
    person = participant;
    turns.push(replies);
    const last = replies.at(-1);
    if (last === undefined || last.label === 'personal-scenario') return turns;
    const { actions, inputs } = readCard(render(last, view).card);
    const button = primary({ actions, inputs }, turn);
    if (button === undefined) throw new Error(`No way on at ${last.label}`);
    const several = inputs.find(({ isMultiSelect, isRequired }) => isMultiSelect && isRequired);
    const filled: Record<string, string> = several ? { [several.id]: several.choices[0]?.value ?? '' } : {};
    event = { kind: 'submit', value: submit(button, filled) };
  }
  throw new Error('It does not end');
}
