import type { Participant } from '#domain/participant.ts';
import type { Prompt, Reply } from '#domain/reply.ts';
import { type AskingPlace, place, progress } from './place.ts';
import type { World } from './world.ts';

/** What the person is asked now. */
export function present(person: Participant, world: World): Reply {
  const here = place(person, world);
  switch (here.at) {
    case 'menu':
      return menu(person, world);
    case 'erasing':
      return { label: 'confirmation', of: 'erasing' };
    case 'declined':
      return { label: 'notice', about: 'declined' };
    default:
      return prompt(here, person);
  }
}

/** The form for a place that asks for an answer, filled in with what was given before. */
export function prompt(here: AskingPlace, person: Participant): Prompt {
  switch (here.at) {
    case 'consent':
      return { label: 'consent' };
    case 'profile':
      return { label: 'profile', ...profileGiven(person) };
    case 'question': {
      const { question, position } = here;
      const given = person.answers[question.id];
      return {
        label: 'question',
        question: question.id,
        domain: question.domain,
        position,
        ...(given && { given }),
      };
    }
    case 'trajectory': {
      const { trajectory, position, because } = here;
      const given = person.ballots[trajectory.id];
      return {
        label: 'trajectory',
        trajectory: trajectory.id,
        domain: trajectory.domain,
        position,
        ...(because && { because }),
        ...(given && given !== 'skipped' && { given }),
      };
    }
  }
}

function profileGiven({ profile }: Participant) {
  if (profile === undefined) return {};
  return {
    ...(profile.roles !== 'declined' && { roles: profile.roles }),
    ...(profile.territory !== 'declined' && { territory: profile.territory }),
  };
}

function menu(person: Participant, world: World): Reply {
  const { domains, next } = progress(person, world);
  return { label: 'menu', of: 'progress', domains, ...(next && { next }), facilitator: world.facilitator };
}
