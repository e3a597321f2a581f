import { fold } from '../conversation/fold.ts';

/** What stands in a consultation's address: its title in plain letters, then a mark where one is drawn. */
export function codeOf(title: string, mark = ''): string {
  const plain = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 39 - mark.length)
    .replace(/-+$/, '');
  if (plain.length < 2) return `c-${mark === '' ? 'consultation' : mark}`;
  return mark === '' ? plain : `${plain}-${mark}`;
}
