import type { Prompt } from '#domain/conversation/reply.ts';
import { beside, forward } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import { heading, words } from '../parts/elements.ts';
import { chooseSeveral, pickOne } from '../parts/inputs.ts';
import { lines, numbered } from '../parts/plain.ts';
import type { View } from '../view.ts';

/** Roles (several) and the kind of territory; both may be declined. */
export function profile(asked: Extract<Prompt, { label: 'profile' }>, view: View): Content {
  const { say, text, catalogue } = view;
  const roles = catalogue.roles.map((id) => ({ title: text.roles[id] ?? id, value: id }));
  const territories = catalogue.territories.map((id) => ({ title: text.territories[id] ?? id, value: id }));
  const why = say('card.profile.why');
  const rolesLabel = say('card.profile.roles');
  const territoryLabel = say('card.profile.territory');
  return {
    body: [
      heading(say('card.profile.heading')),
      words(why),
      chooseSeveral({ id: 'roles', label: rolesLabel, ...given(asked.roles?.join(',')) }, roles),
      pickOne(
        { id: 'territory', label: territoryLabel, ...given(asked.territory) },
        territories,
        say('card.choose'),
      ),
    ],
    actions: [
      forward(view, say('button.continue'), { act: 'profile' }),
      beside(view, say('card.profile.decline'), { act: 'profile', decline: true }),
    ],
    text: lines(
      say('card.profile.heading'),
      why,
      // Both lists are one list of choices for somebody who types.
      say('card.profile.how'),
      numbered([...roles, ...territories]),
      say('card.profile.how-decline'),
    ),
  };
}

const given = (value: string | undefined) => (value === undefined ? {} : { value });
