import { createRequire } from 'node:module';
import type * as Library from 'adaptivecards';
import type { AdaptiveCard } from '#cards/view.ts';

const library: typeof Library = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

/** Reads a card with Microsoft's own parser: what it complains of, and the card's inputs. */
export function parsed(card: AdaptiveCard) {
  // The parser's pattern for `lang` keeps its place between calls and so refuses every second card.
  const { lang: _, ...rest } = card;
  const context = new library.SerializationContext();
  const read = new library.AdaptiveCard();
  read.parse(JSON.parse(JSON.stringify(rest)), context);
  const warnings = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  const invalid = read.validateProperties().validationEvents.map(({ message }) => message);
  return {
    complaints: [...warnings, ...invalid],
    inputs: read.getAllInputs(),
    actions: read.getAllActions(),
  };
}
