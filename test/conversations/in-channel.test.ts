import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { handleChannelEvent, invitation } from '#dialogs/handle-channel-event.ts';
import type { World } from '#dialogs/world.ts';
import { domainIds } from '#domain/catalogue/domains.ts';
import type { Event } from '#domain/conversation/event.ts';
import { Submit, words } from '#domain/conversation/submit.ts';
import { group } from '../cards/samples/group.ts';
import { runs } from '../runs.ts';
import { newConsultation, newPerson, newWorld } from './world.ts';

const never = async () => ({ numbers: [] });
const worldOf = (change: Partial<World> = {}) => newWorld(never, change);
const world = worldOf();
const facilitating = { facilitator: true, creates: true };
const closed = newConsultation({ closed: true });

const text = (text: string): Event => ({ kind: 'text', text });
const press = (value: unknown): Event => ({ kind: 'submit', value });
const help = { replies: [{ label: 'help', of: 'channel', questions: [], trajectories: [] }] };

describe('in a channel', () => {
  test.each([
    text('aide'),
    text('bonjour, je suis habitant'),
    text('oui'),
    text('mon scénario'),
    text('mes données'),
    text('effacer'),
    text('plus de rappel'),
    { kind: 'joined' } as const,
    press({ act: 'participate' }),
    press({ act: 'consent', agree: true }),
    press({ act: 'close', sure: true }),
    press({ act: 'answer', question: 'mobility-daily', value: 'car-alone' }),
    press('nonsense'),
  ])('%j is told what may be said there', (event) => {
    expect(handleChannelEvent(event, worldOf(facilitating))).toEqual(help);
  });

  test('anyone may ask what the group thinks, once it is published, of one domain too, and for the shared vision', () => {
    const consultation = newConsultation({ publishedAt: world.now });
    const shown = worldOf({ group: () => group, consultation });
    const scenario = { label: 'group-scenario', group, facilitator: false };
    expect(handleChannelEvent(text('Le groupe'), shown)).toEqual({ replies: [scenario] });
    expect(handleChannelEvent(press({ act: 'group-domain', domain: 'mobility' }), shown)).toEqual({
      replies: [{ ...scenario, domain: 'mobility' }],
    });
    expect(handleChannelEvent(text('shared vision'), shown)).toMatchObject({
      replies: [
        { label: 'shared-vision', vision: { state: 'composed', at: group.state === 'released' && group.at } },
      ],
    });
    expect(handleChannelEvent(text('vision'), world).replies).toEqual([
      {
        label: 'shared-vision',
        vision: { state: 'waiting', minGroup: 11, needed: 1, until: 'publication', took: 0 },
      },
    ]);
  });

  test('before it is published, how many took part is all that is told; after the end, the result', () => {
    const asked = (change: Partial<World>) =>
      handleChannelEvent(text('Le groupe'), worldOf({ group: () => group, took: () => 27, ...change }));
    expect(asked({})).toMatchObject({
      replies: [{ group: { state: 'waiting', until: 'publication', took: 27 } }],
    });
    expect(asked(facilitating)).toEqual(asked({}));
    expect(asked({ consultation: closed })).toMatchObject({ replies: [{ group }] });
  });

  test('the invitation says how many took part, and who looks how far only to them', () => {
    const took = worldOf({
      took: () => 27,
    });
    expect(handleChannelEvent(press({ act: 'invitation' }), took)).toEqual({
      replies: [{ label: 'invitation', took: 27, stage: 'open' }],
    });
    const person = newPerson({ answers: { 'mobility-daily': { kind: 'choice', value: 'few-trips' } } });
    expect(invitation(took, person)).not.toHaveProperty('mine');
    expect(invitation(took, { ...person, consent: { at: world.now } })).toMatchObject({
      mine: { done: 1, total: expect.any(Number) },
    });
    expect(invitation(worldOf({ consultation: closed }))).toMatchObject({ took: 0, stage: 'closed' });
    const opensAt = '2027-01-01T00:00:00.000Z';
    expect(invitation(worldOf({ consultation: newConsultation({ opensAt }) }))).toMatchObject({
      stage: 'early',
    });
  });

  test.each([
    ['nouvelle consultation', { replies: [{ label: 'facilitation', of: 'desk', opens: 'create' }] }],
    ['avancement', { replies: [{ label: 'facilitation', of: 'desk', opens: 'progress' }] }],
    ['clore', { replies: [{ label: 'facilitation', of: 'desk', opens: 'close' }] }],
    ['inviter ici', { replies: [], effect: 'invite' }],
    ['send a reminder', { replies: [], effect: 'remind' }],
    ['publier', { replies: [{ label: 'notice', about: 'publish-waiting', facts: { needed: 11 } }] }],
  ])('who facilitates says « %s »; anyone else is told no', (said, decision) => {
    expect(handleChannelEvent(text(said), worldOf(facilitating))).toEqual(decision);
    expect(handleChannelEvent(text(said), world)).toEqual({
      replies: [{ label: 'notice', about: 'not-for-you' }],
    });
  });

  test('a closed consultation is not opened or closed again', () => {
    for (const said of ['inviter', 'clore'])
      expect(handleChannelEvent(text(said), worldOf({ ...facilitating, consultation: closed }))).toEqual({
        replies: [{ label: 'notice', about: 'already-closed' }],
      });
  });
});

const buttons = fc.record({
  act: fc.constantFrom(...Submit.options.flatMap(({ shape }) => [...shape.act.values])),
  word: fc.constantFrom(...words),
  domain: fc.constantFrom(...domainIds),
  agree: fc.boolean(),
  sure: fc.boolean(),
  code: fc.constant('k7p2'),
  question: fc.constant('mobility-daily'),
  trajectory: fc.constant('mobility-on-demand'),
  value: fc.string({ maxLength: 10 }),
});
const events = fc.oneof(
  fc.constantFrom(...world.words.keys()).map(text),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map(text),
  buttons.map(press),
  fc.jsonValue().map(press),
);
const worlds = fc
  .record({ facilitator: fc.boolean(), creates: fc.boolean(), closed: fc.boolean(), result: fc.boolean() })
  .map(({ closed, result, ...rights }) =>
    worldOf({ ...rights, consultation: newConsultation({ closed }), ...(result && { group: () => group }) }),
  );
/** What concerns one person, or asks them something. */
const theirs = [
  ...[
    'welcome',
    'consent',
    'profile',
    'question',
    'trajectory',
    'menu',
    'personal-scenario',
    'retry',
    'stale',
  ],
  'confirmation',
];

test('whatever is said or tapped there, nobody is asked a question, and something is said or done', () => {
  fc.assert(
    fc.property(events, worlds, (event, somewhere) => {
      const { replies, effect } = handleChannelEvent(event, somewhere);
      expect(replies.length > 0).toBe(effect === undefined || effect === 'publish');
      for (const reply of replies) {
        expect(theirs).not.toContain(reply.label);
        expect(reply).not.toHaveProperty('mine');
        if (reply.label === 'facilitation') expect(reply.of).toBe('desk');
      }
    }),
    { numRuns: runs(50, 5000) },
  );
});
