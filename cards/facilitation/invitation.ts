import type { ReplyOf } from '#domain/conversation/reply.ts';
import { invitationWords } from '#wording/invitation.ts';
import { consultationNames, languageTitle } from '#wording/titles.ts';
import { beside, forward, forwardInPrivate, inPrivate } from '../parts/actions.ts';
import { card } from '../parts/card.ts';
import { type Action, aside, eyebrow, heading, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** What stands in a channel: what the consultation is about, until when, and how many took part. Never who. */
export function invitation(reply: ReplyOf<'invitation'>, view: View): Rendered {
  const { say, watchers } = view;
  const { title, when, purpose, domains, took, apart } = invitationWords(view, reply.stage, reply.took);
  const round = reply.round && say('second-round.invitation');
  const mine = reply.mine && say('card.invitation.mine', reply.mine);
  return card(view, {
    body: [
      eyebrow(when),
      heading(title),
      words(purpose),
      words(domains, { size: 'Small' }),
      words(took, { weight: 'Bolder' }),
      ...(round === undefined ? [] : [words(round)]),
      ...(mine === undefined ? [] : [words(mine)]),
      aside(apart),
    ],
    actions: actions(reply, view),
    text: lines(title, when, purpose, domains, took, round, mine, apart, view.links.page),
    // Each of a few people sees a version of their own; for more than may be named, all see the same.
    ...(watchers && watchers.length > 0 && { refresh: { action: asMine(view), userIds: watchers } }),
  });
}

function actions({ stage, mine, round }: ReplyOf<'invitation'>, view: View): readonly Action[] {
  const { say } = view;
  const results = [say('card.invitation.results'), { act: 'word', word: 'group' }] as const;
  if (stage !== 'open') return [forwardInPrivate(view, ...results), ...languages(view)];
  const title = say(mine === undefined ? 'card.invitation.take-part' : 'card.invitation.go-on');
  const participate = forwardInPrivate(view, title, { act: 'participate' });
  const again = [say('second-round.open'), { act: 'word', word: 'second-round' }] as const;
  return [
    participate,
    ...(view.dialogs && round ? [inPrivate(view, ...again)] : []),
    ...(view.dialogs ? [inPrivate(view, ...results)] : []),
    ...languages(view),
  ];
}

/** The other languages, each by its own name: whoever taps one reads the invitation in it. */
function languages(view: View): readonly Action[] {
  if (!view.dialogs) return [];
  const others = view.catalogue.languages.filter((language) => language !== view.language);
  return others.map((language) => beside(view, languageTitle(language), { act: 'invitation', language }));
}

const asMine = (view: View) => forward(view, consultationNames(view).title, { act: 'invitation' });
