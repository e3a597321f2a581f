import type { DomainId } from '#domain/domains.ts';
import type { Submit } from '#domain/submit.ts';
import { domainTitle } from './titles.ts';
import type { View } from './view.ts';

/** A button as JSON. */
export type Action = Readonly<Record<string, unknown>> & { readonly type: string; readonly title: string };

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

function send(view: View, title: string, data: Submit): Action {
  return { type: view.action, title, ...(view.action === 'Action.Execute' && { verb: data.act }), data };
}
