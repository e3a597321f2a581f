import { decodeHTMLStrict } from 'entities';
import { z } from 'zod';
import type { IncomingActivity } from '../wire.ts';

/** Whether a message speaks to the assistant by its name, as it must in a channel of Teams. It is known by its id. */
export function mentions({ entities, recipient }: IncomingActivity): boolean {
  const ours = recipient && bareId(recipient.id);
  return mentionsIn(entities).some(({ mentioned }) => bareId(mentioned.id) === ours);
}

/**
 * The person's own words: whom they mention, and the markup in which Teams may wrap a message, are no part of them. What
 * no channel has marked up is left as it was typed.
 */
export function spokenWords({ text, channelId, entities, recipient }: IncomingActivity): string {
  const typed = (text ?? '').slice(0, longestSeen);
  const named = mentionsIn(entities);
  if (channelId !== 'msteams' && named.length === 0) return typed;
  const quoted = named.flatMap((mention) => mention.text || []);
  const unnamed = quoted.reduce((rest, name) => rest.replace(name, ' '), typed);
  const names = [recipient?.name, ...named.map(({ mentioned }) => mentioned.name)].flatMap(
    (name) => name || [],
  );
  // What markup leaves may read as a mention once more.
  const bare = withoutAnyMention(withoutMarkup(withoutAnyMention(unnamed, names)), names);
  return bare === typed ? typed : tidied(bare);
}

/** The longest text looked at; what is beyond is too long in any case. */
const longestSeen = 20_000;

const Mention = z.object({
  type: z.string().regex(/^mention$/i),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
  /** As it stands in the text; not every channel says so. */
  text: z.string().nullish(),
});

const mentionsIn = (entities: IncomingActivity['entities']) =>
  (entities ?? []).flatMap((entity) => Mention.safeParse(entity).data ?? []);

/** Teams writes the bot's id with or without its kind, in either case. */
const bareId = (id: string): string => id.toLowerCase().replace(/^28:/, '');

/** A tag that begins or ends a mention, its space written out or not; the last may have been cut off. */
const atTag = /<at(?:(?:\s|&nbsp;|&#)[^<>]*)?>|<\/at(?:\s|&nbsp;|&#x?\w+;)*(?:>|$)/gi;

/** What is left around a mention may read as one again: a few times over, then whatever could begin one goes. */
function withoutAnyMention(text: string, names: readonly string[]): string {
  let rest = text;
  for (let pass = 0; pass < 5 && rest.search(atTag) >= 0; pass++) rest = withoutMentions(rest, names);
  return rest.search(atTag) >= 0 ? rest.replaceAll('<', '') : rest;
}

/** Every mention goes with the name in it, whoever it is of; of one that never ends, the tag and a name that is known. */
function withoutMentions(text: string, names: readonly string[]): string {
  const open: Span[] = [];
  const gone: Span[] = [];
  for (const { 0: tag, index } of text.matchAll(atTag)) {
    const here = { from: index, to: index + tag.length };
    if (tag.startsWith('</')) gone.push({ from: open.pop()?.from ?? here.from, to: here.to });
    else open.push(here);
  }
  const unended = open.map(({ from, to }) => ({
    from,
    to: to + nameAt(text.slice(to, to + longestName), names),
  }));
  return without(text, [...gone, ...unended]);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const longestName = 200;

/** How long a known name at the beginning of a text is; 0 for none. */
function nameAt(text: string, names: readonly string[]): number {
  const low = text.toLowerCase();
  const found = names.filter((name) => low.trimStart().startsWith(name.toLowerCase()));
  const longest = Math.max(0, ...found.map(({ length }) => length));
  return longest === 0 ? 0 : low.length - low.trimStart().length + longest;
}

function without(text: string, spans: readonly Span[]): string {
  let [rest, end] = ['', 0];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from > end) rest += text.slice(end, from);
    if (to > end) rest += ' ';
    end = Math.max(end, to);
  }
  return rest + text.slice(end);
}

/** Tags that Teams puts around what people write; others may be their words. */
const block = /<\/?(?:p|div|br|li|ul|ol|blockquote)(?:\s[^<>]*)?\/?>/gi;
const inline = /<\/?(?:span|strong|b|em|i|u|s|a)(?:\s[^<>]*)?>/gi;

const withoutMarkup = (text: string): string =>
  decodeHTMLStrict(text.replace(block, '\n').replace(inline, ''));

const tidied = (text: string): string =>
  text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
