import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { converse } from '#dialogs/converse.ts';
import type { World } from '#dialogs/world.ts';
import type { Catalogue, Question } from '#domain/catalogue/catalogue.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { drawn } from '#domain/participant/examining.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { visibleQuestions } from '#domain/participant/visible.ts';
import { personalScenario } from '#scenario/personal.ts';
import { runs } from '../runs.ts';
import { catalogues } from './catalogues.ts';
import { newConsultation, newPerson, newWorld } from './world.ts';

const never = async () => ({ numbers: [] });

function worldOf(catalogue: Catalogue, examined = (_: string) => 0): World {
  const consultation = newConsultation({ domains: catalogue.domains.map(({ id }) => id) });
  const group = { minGroup: 5, examined };
  return newWorld(never, { catalogue, consultation, draw: (domain, person) => drawn(domain, person, group) });
}

const submit = (value: unknown): Event => ({ kind: 'submit', value });

/** What a robot does about the last thing it was asked: the way forward, answering as `pick` says. */
function forward(reply: Reply | undefined, { catalogue }: World, pick: number): Event {
  const asked = reply?.label === 'retry' ? reply.asked : reply;
  switch (asked?.label) {
    case 'consent':
      return submit({ act: 'consent', agree: true });
    case 'notice':
      // Who said no to the information may turn back.
      return submit(
        asked.about === 'declined' ? { act: 'consent', agree: true } : { act: 'word', word: 'resume' },
      );
    case 'profile':
      return submit({ act: 'profile', roles: 'elected', territory: 'town' });
    case 'question': {
      const question = catalogue.domains
        .flatMap(({ questions }) => questions)
        .find(({ id }) => id === asked.question);
      return submit({ act: 'answer', question: asked.question, value: valueFor(question, pick) });
    }
    case 'trajectory':
      return submit({
        act: 'ballot',
        trajectory: asked.trajectory,
        stance: `${(pick % 5) - 2}`,
        kept: 'true',
      });
    case 'menu':
      if (asked.of === 'titles')
        return submit({
          act: 'pick',
          domain: asked.domain,
          value: asked.trajectories.find(({ listed }) => !listed)?.trajectory,
        });
      return asked.next === undefined
        ? submit({ act: 'word', word: 'my-scenario' })
        : submit({ act: 'open', domain: asked.next });
    case 'personal-scenario':
      if (asked.next !== undefined) return submit({ act: 'open', domain: asked.next });
      return submit({ act: 'word', word: 'resume' });
    default:
      return submit({ act: 'word', word: 'resume' });
  }
}

function valueFor(question: Question | undefined, pick: number): string {
  if (question?.kind === 'scale') return `${(pick % 5) + 1}`;
  return question !== undefined && 'options' in question
    ? (question.options[pick % question.options.length] ?? '')
    : 'Quelques mots.';
}

async function turn(person: Participant, event: Event, world: World) {
  const { participant, replies, effect } = await converse(person, event, world);
  return { person: { ...participant, version: participant.version + 1 }, last: replies.at(-1), effect };
}

/** Goes on by the way forward until the scenario is shown. */
async function toTheEnd(start: Participant, world: World, picks: readonly number[], first?: Reply) {
  let person = start;
  let last: Reply | undefined = first;
  for (let step = 0; step < 120; step++) {
    const next = await turn(person, forward(last, world, picks[step % picks.length] ?? 0), world);
    const isThere = next.last?.label === 'personal-scenario' && next.last.next === undefined;
    if (isThere || hasPassedOverAll(next, world)) return next.person;
    ({ person, last } = next);
  }
  throw new Error(`Still going, at ${JSON.stringify(last)}`);
}

/** Nothing is left to do, and nothing was said of any trajectory: there is no scenario to show. */
function hasPassedOverAll(
  { person, last }: { person: Participant; last: Reply | undefined },
  { catalogue }: World,
) {
  const done = last?.label === 'menu' && last.of === 'progress' && last.next === undefined;
  return done && personalScenario(person, catalogue).domains.length === 0;
}

const picks = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 40 });

describe('for any catalogue', () => {
  test('a robot reaches its scenario by the way forward, having examined four a domain, or all there are', async () => {
    await fc.assert(
      fc.asyncProperty(catalogues, picks, async (catalogue, answers) => {
        const world = worldOf(catalogue);
        const person = await toTheEnd(newPerson(), world, answers);
        const { domains } = personalScenario(person, catalogue);
        expect(domains.map(({ examined }) => examined)).toEqual(
          catalogue.domains.map(({ trajectories }) => Math.min(4, trajectories.length)),
        );
      }),
      { numRuns: runs(30, 1500) },
    );
  });

  test('whatever somebody does, the way forward still leads to a scenario', async () => {
    const deeds = fc.array(
      fc.oneof(
        fc
          .constantFrom(
            'menu',
            'retour',
            'passer',
            'changer',
            'changer 2',
            'encore',
            'tous les titres',
            '1',
            '2 et 3',
            'oui',
            'je ne sais pas',
            'pause',
            'reprendre',
            'le groupe',
            'mon scénario',
          )
          .map((text) => ({ kind: 'text', text }) as const),
        fc.string({ maxLength: 20 }).map((text) => ({ kind: 'text', text }) as const),
        fc
          .record({
            domain: fc.constantFrom('mobility', 'health'),
            act: fc.constantFrom('open', 'more', 'titles'),
          })
          .map(submit),
        fc
          .record({
            act: fc.constant('pick'),
            domain: fc.constantFrom('mobility', 'health'),
            value: fc.constantFrom('mobility-t1', 'health-t0,health-t2', '', 'x'),
          })
          .map(submit),
        fc
          .record({
            act: fc.constant('answer'),
            question: fc.constantFrom('mobility-q0', 'mobility-q2', 'health-q1'),
            value: fc.constantFrom('a', 'b', '3', ''),
          })
          .map(submit),
        fc
          .record({
            act: fc.constant('ballot'),
            trajectory: fc.constantFrom('mobility-t0', 'health-t1'),
            stance: fc.constantFrom('2', '-1', '9'),
          })
          .map(submit),
        fc.constant('forward' as const),
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(catalogues, deeds, picks, async (catalogue, done, answers) => {
        const world = worldOf(catalogue);
        let person = newPerson();
        let last: Reply | undefined;
        for (const [i, deed] of done.entries()) {
          const event = deed === 'forward' ? forward(last, world, answers[i % answers.length] ?? 0) : deed;
          const next = await turn(person, event, world);
          if (next.effect === 'erase') return;
          ({ person, last } = next);
        }
        const { person: ready, last: asked } = await turn(
          person,
          submit({ act: 'word', word: 'menu' }),
          world,
        );
        const end = await toTheEnd(ready, world, answers, asked);
        expect(personalScenario(end, catalogue).domains.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs(30, 1500) },
    );
  }, 30_000);

  test('no question is out of reach: for each, some answers lead to it', () => {
    fc.assert(
      fc.property(catalogues, ({ domains }) => {
        for (const domain of domains)
          for (const question of domain.questions) {
            const answers = leadingTo(question, domain.questions);
            expect(visibleQuestions(domain, answers)).toContain(question);
          }
      }),
    );
  });
});

/** The answers that call for a question, and for those that it depends on. */
function leadingTo(question: Question, all: readonly Question[]): Participant['answers'] {
  const { visibleIf } = question;
  const looked = all.find(({ id }) => id === visibleIf?.question);
  if (visibleIf === undefined || looked === undefined) return {};
  const answer =
    'is' in visibleIf
      ? ({ kind: 'choice', value: visibleIf.is[0] ?? '' } as const)
      : ({ kind: 'scale', value: visibleIf.atLeast ?? 1 } as const);
  return { ...leadingTo(looked, all), [looked.id]: answer };
}

test('all get seen: half of the places are for what the group has examined least', async () => {
  const counts: Record<string, number> = {};
  const world = worldOf(
    fc.sample(
      catalogues.filter(({ domains }) => (domains[0]?.trajectories.length ?? 0) > 8),
      1,
    )[0] as Catalogue,
    (id) => counts[id] ?? 0,
  );
  for (let seed = 0; seed < 40; seed++) {
    const person = await toTheEnd(newPerson({ seed }), world, [seed]);
    for (const id of Object.keys(person.ballots)) counts[id] = (counts[id] ?? 0) + 1;
  }
  for (const { id } of world.catalogue.domains.flatMap(({ trajectories }) => trajectories))
    expect({ id, seen: (counts[id] ?? 0) > 0 }).toEqual({ id, seen: true });
});
