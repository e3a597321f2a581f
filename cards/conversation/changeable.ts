import type { ReplyOf } from '#domain/conversation/reply.ts';
import type { Submit } from '#domain/conversation/submit.ts';
import { answerTitle, domainTitle, questionTitle, trajectoryTitle } from '#wording/titles.ts';
import type { View } from '../view.ts';

/** Something a person may answer anew. */
export interface Changeable {
  readonly title: string;
  readonly answer?: string;
  readonly change: Omit<Extract<Submit, { act: 'change' }>, 'act'>;
}

/** What may be changed, by domain: the answers, then the trajectories. */
export function changeable({ questions, trajectories }: ReplyOf<'help'>, view: View) {
  return view.catalogue.domains.flatMap((domain) => {
    const asked = new Set(domain.questions.map(({ id }) => id));
    const shown = new Set(domain.trajectories.map(({ id }) => id));
    const items: readonly Changeable[] = [
      ...questions
        .filter(({ question }) => asked.has(question))
        .map(({ question, answer }) => ({
          title: questionTitle(view, question),
          answer: answerTitle(view, question, answer),
          change: { question },
        })),
      ...trajectories
        .filter((trajectory) => shown.has(trajectory))
        .map((trajectory) => ({ title: trajectoryTitle(view, trajectory), change: { trajectory } })),
    ];
    return items.length === 0 ? [] : [{ title: domainTitle(view, domain.id), items }];
  });
}
