import type { ReplyOf } from '#domain/conversation/reply.ts';
import { beside } from '../../parts/actions.ts';
import { concernButton } from '../../parts/concern-button.ts';
import type { Action } from '../../parts/elements.ts';
import type { View } from '../../view.ts';
import { prompt } from '../prompt.ts';

/** The ways on beside the choices, none of them put forward: the whole question again, "I don't know", to pass. */
export function waysOn({ asked }: ReplyOf<'retry'>, view: View): readonly Action[] {
  const { say } = view;
  const menu = beside(view, say('button.menu'), { act: 'word', word: 'menu' });
  switch (asked.label) {
    case 'question': {
      const { question } = asked;
      return [
        beside(view, say('card.retry.whole'), { act: 'change', question }),
        beside(view, say('button.dont-know'), { act: 'answer', question, none: 'dont-know' }),
        beside(view, say('button.skip'), { act: 'answer', question, none: 'skipped' }),
        menu,
      ];
    }
    case 'trajectory': {
      const { trajectory } = asked;
      return [
        beside(view, say('card.retry.whole'), { act: 'change', trajectory }),
        beside(view, say('button.dont-know'), { act: 'ballot', trajectory, none: 'dont-know' }),
        beside(view, say('button.skip'), { act: 'ballot', trajectory, none: 'skipped' }),
        menu,
      ];
    }
    case 'second-look':
      return [
        beside(view, say('card.retry.whole'), { act: 'word', word: 'second-round' }),
        beside(view, say('second-round.stop'), { act: 'word', word: 'menu' }),
      ];
    case 'profile':
      return [
        beside(view, say('card.retry.whole'), { act: 'change', profile: true }),
        beside(view, say('card.profile.decline'), { act: 'profile', decline: true }),
      ];
    case 'menu':
      return asked.of === 'progress' ? [menu] : prompt(asked, view).actions;
    case 'proposal':
    case 'consent':
      return prompt(asked, view).actions;
  }
}

/** Their own words beside an opinion, to keep as a concern. */
export function remarkButton({ asked, beside: said }: ReplyOf<'retry'>, view: View): Action | undefined {
  if (asked.label !== 'trajectory' || said?.remark === undefined) return undefined;
  const { remark, horizon, condition } = said;
  const { trajectory } = asked;
  const more = { ...(horizon && { horizon }), ...(condition && { condition }) };
  return concernButton({ trajectory, ...more }, remark, view);
}
