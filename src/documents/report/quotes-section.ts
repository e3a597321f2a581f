import { itemTitle } from '#domain/catalogue/item-title.ts';
import type { Result } from '../result.ts';
import { type Block, heading, list, note } from './block.ts';

/** Texts that were chosen to be published, under what they are about; nothing where none was. */
export function quotesSection({ wording, quotes }: Result): readonly Block[] {
  if (quotes.length === 0) return [];
  const { say, text } = wording;
  const quotation = ({ kind, text: said }: Result['quotes'][number]) =>
    say('report.quote', { kind: say(`publishing.quotes.${kind}`), text: said });
  return [
    heading(1, say('publishing.quotes.public')),
    note(say('publishing.quotes.public-note')),
    ...[...Map.groupBy(quotes, ({ item }) => item)].flatMap(([item, of]) => [
      heading(3, itemTitle(text, item)),
      list(of.map(quotation)),
    ]),
  ];
}
