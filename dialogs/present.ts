import type { Question } from '#domain/catalogue/catalogue.ts';
import type { Prompt } from '#domain/conversation/prompt.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Answer } from '#domain/participant/answer.ts';
import { left } from '#domain/participant/examining.ts';
import { givenBallot } from '#domain/participant/given-ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { because } from '#domain/participant/relevance.ts';
import { toConfirm } from './place/items.ts';
import { type AskingPlace, place, progress } from './place/place.ts';
import { looksLeft, type SecondLookPlace } from './place/second-look.ts';
import { minutesLeft } from './place/time-left.ts';
import type { World } from './world.ts';

/** What the person is asked now. */
export function present(person: Participant, world: World): Reply {
  const here = place(person, world);
  switch (here.at) {
    case 'menu':
      return menu(person, world);
    case 'entry-code':
      return { label: 'entry-code' };
    case 'erasing':
      return { label: 'confirmation', of: 'erasing' };
    case 'closing':
      return { label: 'confirmation', of: 'closing' };
    case 'declined':
      return {
        label: 'notice',
        about: 'declined',
        ...(person.informed && { facts: { shown: person.informed.mark } }),
      };
    default:
      return prompt(here, person, world);
  }
}

/** The form for a place that asks for an answer, filled in with what was given before. */
export function prompt(here: AskingPlace, person: Participant, world: World): Prompt {
  switch (here.at) {
    case 'consent':
      return { label: 'consent', ...(person.informed && { shown: person.informed.mark }) };
    case 'profile':
      return { label: 'profile', ...profileGiven(person) };
    case 'titles': {
      const open = left(here.domain, person);
      const { id: domain, trajectories } = here.domain;
      const rows = trajectories.map(({ id }) => ({ trajectory: id, listed: !open.includes(id) }));
      return { label: 'menu', of: 'titles', domain, trajectories: rows };
    }
    case 'proposal':
      return { label: 'proposal', domain: here.domain.id };
    case 'second-look':
      return secondLookPrompt(here, person, world);
    case 'question': {
      const { question, position } = here;
      const given = fitting(question, person.answers[question.id]);
      return {
        label: 'question',
        question: question.id,
        domain: question.domain,
        position,
        left: minutesLeft(here, person, world),
        ...(given && { given }),
        ...(toConfirm(here, person) && { changed: true as const }),
      };
    }
    case 'trajectory': {
      const { trajectory, position, why, details } = here;
      const reason = why === 'relevant' ? because(trajectory, person) : { chosen: why };
      const given = givenBallot(person.ballots, trajectory.id);
      return {
        label: 'trajectory',
        trajectory: trajectory.id,
        domain: trajectory.domain,
        position,
        left: minutesLeft(here, person, world),
        ...(reason && { because: reason }),
        ...(given && { given }),
        ...(details && { details }),
        ...(toConfirm(here, person) && { changed: true as const }),
      };
    }
  }
}

function secondLookPrompt(here: SecondLookPlace, person: Participant, world: World): Prompt {
  const { trajectory, given, group, change, reason, shared } = here;
  return {
    ...{ label: 'second-look', trajectory: trajectory.id, domain: trajectory.domain, given, group },
    left: looksLeft(person, world).filter((one) => one.trajectory !== trajectory.id).length,
    ...(change && { change }),
    ...(reason && { why: reason }),
    ...(shared && { shared }),
  };
}

/** An earlier answer as far as the question still takes it: it may have had other options then, or another kind. */
function fitting(question: Question, answer: Answer | undefined): Answer | undefined {
  if (answer === undefined || answer.kind === 'dont-know' || answer.kind === 'skipped') return answer;
  if (answer.kind !== question.kind) return undefined;
  if (answer.kind === 'choice' && 'options' in question)
    return question.options.includes(answer.value) ? answer : undefined;
  if (answer.kind !== 'multi' || !('options' in question)) return answer;
  const values = answer.values.filter((id) => question.options.includes(id));
  return values.length > 0 ? { kind: 'multi', values } : undefined;
}

function profileGiven({ profile }: Participant) {
  if (profile === undefined) return {};
  return {
    ...(profile.roles !== 'declined' && { roles: profile.roles }),
    ...(profile.territory !== 'declined' && { territory: profile.territory }),
  };
}

export function menu(person: Participant, world: World): Extract<Prompt, { of: 'progress' }> {
  const { domains, next } = progress(person, world);
  const round = looksLeft(person, world).length > 0 && { round: true as const };
  return {
    ...{ label: 'menu', of: 'progress', domains, facilitator: world.facilitator },
    ...(next && { next }),
    ...round,
  };
}
