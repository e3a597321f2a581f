import type { DomainId } from '#domain/catalogue/domains.ts';
import type { Submit } from '#domain/conversation/submit.ts';
import { domainTitle } from '#wording/titles.ts';
import type { View } from '../view.ts';
import type { Action } from './elements.ts';

/** The card's one way forward; sends the card's inputs along. */
export function forward(view: View, title: string, data: Submit): Action {
  return { ...send(view, title, data), style: 'positive' };
}

/** The way on to the next domain, or where nothing is left to examine, another. */
export function onward(view: View, next: DomainId | undefined, otherwise: () => Action): Action {
  if (next === undefined) return otherwise();
  const title = view.say('button.continue-with', { domain: domainTitle(view, next) });
  return forward(view, title, { act: 'open', domain: next });
}

/** To the group's scenario, where the way on leads to a domain. */
export function groupBeside(view: View, next: DomainId | undefined): readonly Action[] {
  return next === undefined ? [] : [beside(view, view.say('button.group'), { act: 'word', word: 'group' })];
}

/** One of several ways forward; sends the card's inputs along. */
export const along = (view: View, title: string, data: Submit): Action => send(view, title, data);

/** Another way, beside the one forward; sends no inputs. */
export function beside(view: View, title: string, data: Submit): Action {
  return { ...send(view, title, data), associatedInputs: 'none' };
}

/** Takes something away for good. */
export function destroy(view: View, title: string, data: Submit): Action {
  return { ...beside(view, title, data), style: 'destructive' };
}

export function openLink(title: string, url: string): Action {
  return { type: 'Action.OpenUrl', title, url };
}

/** Shows and hides elements of the same card. */
export function reveal(title: string, targetElements: readonly string[]): Action {
  return { type: 'Action.ToggleVisibility', title, targetElements };
}

/** Opens a dialog over a channel, for whoever taps it alone; where there are none, the page that does the same. */
export function inPrivate(view: View, title: string, data: Submit): Action {
  if (!view.dialogs) return openLink(title, view.links.page);
  const opens = { ...named(view, data), msteams: { type: 'task/fetch' } };
  return { type: 'Action.Submit', title, data: opens, associatedInputs: 'none' };
}

/** The card's one way forward, in private. */
export function forwardInPrivate(view: View, title: string, data: Submit): Action {
  return { ...inPrivate(view, title, data), style: 'positive' };
}

/** To the person's own scenario; in a channel nothing is one person's. */
export function myScenario(view: View): readonly Action[] {
  if (view.setting === 'channel') return [];
  return [beside(view, view.say('button.my-scenario'), { act: 'word', word: 'my-scenario' })];
}

function send(view: View, title: string, data: Submit): Action {
  const { action: type } = view;
  return { type, title, ...(type === 'Action.Execute' && { verb: data.act }), data: named(view, data) };
}

/** What is sent names its consultation where the conversation may hold several. */
const named = ({ several, consultation }: View, data: Submit): Submit =>
  several ? { consultation: consultation.id, ...data } : data;
