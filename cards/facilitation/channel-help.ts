import { forwardInPrivate } from '../parts/actions.ts';
import { card } from '../parts/card.ts';
import { aside, heading, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** What may be said in a channel: by everyone, then by whoever facilitates. */
const everyone = ['group', 'vision'] as const;
export const facilitators = ['create', 'invite', 'progress', 'remind', 'publish', 'close'] as const;

/** What the assistant does in a channel or a group chat, where nobody is questioned. */
export function channelHelp(view: View): Rendered {
  const { say } = view;
  const line = (word: string) =>
    say('card.help.line', {
      name: say(`card.channel.words.${word}.name`),
      text: say(`card.channel.words.${word}.text`),
    });
  const forAll = everyone.map(line);
  const forSome = facilitators.map(line);
  return card(view, {
    body: [
      heading(say('card.channel.heading')),
      words(say('card.channel.lead')),
      words(say('card.channel.mention')),
      ...forAll.map((said) => words(said, { spacing: 'Small' })),
      aside(say('card.channel.facilitators'), { spacing: 'Large' }),
      ...forSome.map((said) => aside(said, { spacing: 'Small' })),
    ],
    actions: [forwardInPrivate(view, say('card.invitation.take-part'), { act: 'participate' })],
    text: lines(
      say('card.channel.heading'),
      say('card.channel.lead'),
      say('card.channel.mention'),
      ...forAll,
      say('card.channel.facilitators'),
      ...forSome,
    ),
    speak: lines(say('card.channel.heading'), say('card.channel.lead')),
  });
}
