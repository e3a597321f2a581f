import type { Prompt } from '#domain/conversation/prompt.ts';
import { along, beside, forward } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import { answerPairs, heading, words } from '../parts/elements.ts';
import { chooseSeveral, pickOne } from '../parts/inputs.ts';
import { lines, numbered } from '../parts/plain.ts';
import type { View } from '../view.ts';

/** Who the person is and where they live: a tap says it and moves on; changed later, several roles may be said. Both may be declined. */
export function profile(asked: Extract<Prompt, { label: 'profile' }>, view: View): Content {
  const { say, text, catalogue } = view;
  const roles = catalogue.roles.map((id) => ({ title: text.roles[id] ?? id, value: id }));
  const territories = catalogue.territories.map((id) => ({ title: text.territories[id] ?? id, value: id }));
  const isAnew = asked.roles === undefined && asked.territory === undefined;
  const why = say('card.profile.why');
  const rolesLabel = say('card.profile.roles');
  const territoryLabel = say('card.profile.territory');
  return {
    body: [
      heading(say('card.profile.heading')),
      words(why),
      pickOne(
        { id: 'territory', label: territoryLabel, ...given(asked.territory) },
        territories,
        say('card.choose'),
      ),
      ...(isAnew
        ? [
            words(say('card.profile.tap'), { weight: 'Bolder' }),
            // The kind of place goes along with it.
            ...answerPairs(
              roles.map(({ title, value }) => along(view, title, { act: 'profile', roles: value })),
            ),
          ]
        : [chooseSeveral({ id: 'roles', label: rolesLabel, ...given(asked.roles?.join(',')) }, roles)]),
    ],
    actions: [
      ...(isAnew ? [] : [forward(view, say('button.continue'), { act: 'profile' })]),
      beside(view, say('card.profile.decline'), { act: 'profile', decline: true }),
      ...(isAnew ? [] : [beside(view, say('button.back'), { act: 'word', word: 'back' })]),
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
