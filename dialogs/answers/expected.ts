import type { CatalogueText, Question } from '#domain/catalogue/catalogue.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import { onceEach } from '#domain/in-memory/once-each.ts';
import { longestText } from '#domain/participant/answer.ts';
import { horizons, stances } from '#domain/participant/ballot.ts';
import { left } from '#domain/participant/examining.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Expected, Option } from '#understanding/reading.ts';
import { domains, type Place } from '../place/place.ts';
import type { World } from '../world.ts';

/** What a typed reply should be at this place, in the words the person sees. */
export function expectedReply(here: Place, person: Participant, world: World): Expected {
  const text = textIn(world.catalogue, person.language);
  switch (here.at) {
    case 'entry-code':
    case 'declined':
    case 'consent':
    case 'erasing':
    case 'closing':
      return { kind: 'yes-no' };
    case 'profile':
      return once(text, 'profile', () => ({ kind: 'multi', options: profileOptions(text, world) }));
    case 'menu':
      return {
        kind: 'choice',
        options: domains(world).map(({ id }) => option(id, text.domains[id]?.title, text.domains[id]?.said)),
      };
    case 'titles':
      return {
        kind: 'multi',
        options: left(here.domain, person).map((id) => option(id, text.trajectories[id]?.title)),
      };
    // Its four texts go with its card.
    case 'proposal':
      return { kind: 'text', longest: longestText };
    case 'question':
      return once(text, here.question.id, () => expectedOf(here.question, text));
    case 'second-look':
    case 'trajectory': {
      const year = Number(world.now.slice(0, 4));
      return once(text, `${year}`, () => expectedBallot(year, text));
    }
  }
}

/** The same for everybody who reads this text: made once, so that whoever reads replies makes its vocabulary once as well. */
function once(text: CatalogueText, of: string, make: () => Expected): Expected {
  const known = keptOf(text);
  const made = known.get(of) ?? make();
  known.set(of, made);
  return made;
}

const keptOf = onceEach((_: CatalogueText) => new Map<string, Expected>());

const expectedBallot = (year: number, text: CatalogueText): Expected => ({
  kind: 'ballot',
  stances: stances.map((stance) => text.stances[`${stance}`]),
  said: stances.map((stance) => text.said?.stances?.[stance] ?? []),
  horizons: [...horizons, 'dont-know' as const].map((id) => option(id, text.horizons[id])),
  year,
});

/** What a typed reply to a question should be. */
function expectedOf(question: Question, text: CatalogueText): Expected {
  const { options, points, said } = text.questions[question.id] ?? {};
  switch (question.kind) {
    case 'choice':
      return { kind: 'choice', options: question.options.map((id) => option(id, options?.[id], said?.[id])) };
    case 'multi': {
      const { max } = question;
      return {
        kind: 'multi',
        options: question.options.map((id) => option(id, options?.[id], said?.[id])),
        ...(max && { max }),
      };
    }
    case 'scale':
      return {
        kind: 'scale',
        points: points ?? [],
        said: [1, 2, 3, 4, 5].map((point) => said?.[point] ?? []),
      };
    case 'text':
      return { kind: 'text', longest: longestText };
  }
}

/** Roles and kinds of territory in one list: a person who types says them in one sentence. */
function profileOptions(text: CatalogueText, { catalogue }: World): Option[] {
  return [
    ...catalogue.roles.map((id) => ({
      ...option(`role:${id}`, text.roles[id], text.said?.roles?.[id]),
      kind: 'role',
    })),
    ...catalogue.territories.map((id) => ({
      ...option(`territory:${id}`, text.territories[id], text.said?.territories?.[id]),
      kind: 'territory',
    })),
  ];
}

const option = (id: string, title: string | undefined, said?: readonly string[]): Option => ({
  id,
  title: title ?? id,
  ...(said && { said }),
});
