import type { Prompt } from '#domain/conversation/prompt.ts';
import type { ReplyOf } from '#domain/conversation/reply.ts';
import type { Submit } from '#domain/conversation/submit.ts';
import { horizons, stances } from '#domain/participant/ballot.ts';
import { domainTitle, optionTitle, pointTitle, trajectoryTitle } from '#wording/titles.ts';
import { beside as tapped } from '../../parts/actions.ts';
import type { Action } from '../../parts/elements.ts';
import type { View } from '../../view.ts';
import { questionChoices, questionIn } from '../question-choices.ts';

interface Choice {
  readonly title: string;
  readonly action: Action;
}

/** What may be answered, as buttons; nothing where several answers or words of one's own are awaited. */
export function choicesOf(reply: ReplyOf<'retry'>, view: View): readonly Choice[] | undefined {
  const { asked } = reply;
  switch (asked.label) {
    case 'consent':
      return [];
    // Words typed there are never read: its card says it.
    case 'proposal':
      return undefined;
    case 'profile':
      return people(reply, view);
    case 'question':
      return answers(asked, narrowed(reply), view);
    case 'second-look':
      return secondLooks(asked, view);
    case 'trajectory':
      return ballots(asked, reply, view);
    case 'menu':
      if (asked.of === 'titles') return undefined;
      return narrowed(
        reply,
        asked.domains.map(({ domain }) => domain),
      ).flatMap((id) => {
        const found = asked.domains.find(({ domain }) => domain === id);
        return found === undefined
          ? []
          : choice(domainTitle(view, found.domain), { act: 'open', domain: found.domain }, view);
      });
  }
}

/** The ids that the reply seemed to name; all, when it named none of them. */
function narrowed(
  { understood = [] }: ReplyOf<'retry'>,
  all: readonly string[] = understood,
): readonly string[] {
  const named = understood.filter((id) => all.includes(id));
  return named.length > 0 ? named : all;
}

const choice = (title: string, data: Submit, view: View): readonly Choice[] => [
  { title, action: tapped(view, title, data) },
];

function answers(
  asked: Extract<Prompt, { label: 'question' }>,
  understood: readonly string[],
  view: View,
): readonly Choice[] | undefined {
  const question = questionIn(asked, view);
  if (question?.kind !== 'choice' && question?.kind !== 'scale') return undefined;
  const all = questionChoices(question, view);
  const named = all.filter(({ value }) => understood.includes(value));
  return (named.length > 0 ? named : all).flatMap(({ title, value }) =>
    choice(title, { act: 'answer', question: question.id, value }, view),
  );
}

/** The stances, or the moments where the stance is said; what else was said goes along. */
function ballots(
  { trajectory }: Extract<Prompt, { label: 'trajectory' }>,
  reply: ReplyOf<'retry'>,
  view: View,
): readonly Choice[] {
  const { text } = view;
  const { stance, horizon, kept, condition, concern } = reply.beside ?? {};
  const said = {
    ...(horizon && { horizon }),
    ...(kept && { kept: 'true' }),
    ...(condition && { condition }),
    ...(concern && { concern }),
  };
  if (stance !== undefined) {
    return narrowed(reply, horizons).flatMap((when) => {
      const id = horizons.find((one) => one === when);
      const data = { act: 'ballot', trajectory, ...said, stance: `${stance}`, horizon: when } as const;
      return id === undefined ? [] : choice(text.horizons[id], data, view);
    });
  }
  // What more there is to say is asked after the stance, unless it is said.
  const more = Object.keys(said).length > 0 ? said : ({ more: 'asked' } as const);
  const all = stances.map((one) => `${one}` as const);
  const named = narrowed(reply, all);
  return all
    .filter((one) => named.includes(one))
    .flatMap((one) => choice(text.stances[one], { act: 'ballot', trajectory, stance: one, ...more }, view));
}

/** To keep the view, or each stance there is. */
const secondLooks = ({ trajectory }: { readonly trajectory: string }, view: View): readonly Choice[] => [
  ...choice(view.say('second-round.keep'), { act: 'second-look', trajectory, choice: 'keep' }, view),
  ...stances.flatMap((one) =>
    choice(view.text.stances[`${one}`], { act: 'second-look', trajectory, stance: `${one}` }, view),
  ),
];

/** Roles and kinds of territory that may be meant, each with what was clear beside it. */
function people(
  { understood = [], sure = [], reason }: ReplyOf<'retry'>,
  view: View,
): readonly Choice[] | undefined {
  if (understood.length === 0 || reason === 'too-many') return undefined;
  return understood.flatMap((id) => {
    const all = [...sure, id];
    const roles = all.flatMap((one) => (one.startsWith('role:') ? [one.slice(5)] : [])).join(',');
    const territory = all.find((one) => one.startsWith('territory:'))?.slice(10);
    const data = { act: 'profile', ...(roles !== '' && { roles }), ...(territory && { territory }) } as const;
    return choice(titleOf(id, { label: 'profile' }, view), data, view);
  });
}

/** What an option's id says to the person; roles and territories come as `role:…` and `territory:…`. */
export function titleOf(id: string, asked: Prompt, view: View): string {
  const { text } = view;
  if (asked.label === 'menu') {
    const domain = asked.of === 'progress' && asked.domains.find((one) => one.domain === id);
    return domain ? domainTitle(view, domain.domain) : trajectoryTitle(view, id);
  }
  if (asked.label === 'question')
    return /^[1-5]$/.test(id)
      ? pointTitle(view, asked.question, Number(id))
      : optionTitle(view, asked.question, id);
  const [, kind, bare = ''] = /^(role|territory):(.*)$/.exec(id) ?? [];
  const spoken: Readonly<Record<string, string>> = { ...text.stances, ...text.horizons, ...text.criteria };
  const from = kind === 'role' ? text.roles : kind === 'territory' ? text.territories : spoken;
  return from[kind === undefined ? id : bare] ?? id;
}
