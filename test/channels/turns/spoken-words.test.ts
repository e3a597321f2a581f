import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mentions, spokenWords } from '#channels/turns/spoken-words.ts';
import { channelMessage, personalMessage } from '#test/channel/teams-activity.ts';
import { bot, newChannel, person } from '#test/channel/teams-places.ts';

const user = person();
const zoe = person('Zoé Petit');
const said = { service: 'http://127.0.0.1:9/', user };
const message = channelMessage({ ...said, channel: newChannel(), text: '' });
const name = '<at>Trajectoires</at>';
const of = (who: object, text?: string) => ({
  type: 'mention',
  mentioned: who,
  ...(text !== undefined && { text }),
});
const ours = of(bot, name);
/** Words in a channel as they come, with whoever they mention. */
const written = (text: string, ...entities: object[]) => ({ ...message, text, entities });

describe.each<[string, ReturnType<typeof written>, string]>([
  ['as Teams usually says it', written(`${name} aide`, ours), 'aide'],
  ['twice the same', written(`${name} ${name} aide`, ours, ours), 'aide'],
  ['twice, told once', written(`${name} aide ${name}`, ours), 'aide'],
  [
    'a colleague too',
    written(`${name} <at>Zoé Petit</at> aide`, ours, of(zoe, '<at>Zoé Petit</at>')),
    'aide',
  ],
  ['a colleague first', written(`<at>Zoé</at> aide ${name}`, of(zoe, '<at>Zoé</at>'), ours), 'aide'],
  ['in capitals', written('<AT>TRAJECTOIRES</AT> Aide', of(bot, '<at>Trajectoires</at>')), 'Aide'],
  ['with an id', written('<at id="0">Trajectoires</at> aide', of(bot, name)), 'aide'],
  ['by an entity without a text', written(`${name} aide`, of(bot)), 'aide'],
  ['by an entity whose text is null', written(`${name} aide`, { ...of(bot), text: null }), 'aide'],
  ['by an entity in capitals', written(`${name} aide`, { ...ours, type: 'Mention' }), 'aide'],
  ['by its id in capitals', written(`${name} aide`, of({ id: bot.id.toUpperCase() })), 'aide'],
  ['by its id without a kind', written(`${name} aide`, of({ id: bot.id.slice(3) })), 'aide'],
  ['in a paragraph', written(`<p>${name}&nbsp;aide</p>`, ours), 'aide'],
  ['in paragraphs and blocks', written(`<div><p>${name}</p><p>aide&nbsp;</p></div>`, of(bot)), 'aide'],
  ['before a line of its own', written(`${name}<br/>le&#160;groupe`, ours), 'le groupe'],
  ['one within another', written('<at><at>Trajectoires</at></at> aide', of(bot)), 'aide'],
  ['one that never ends', written('<at>Trajectoires aide', of(bot)), 'aide'],
  ['one that never ends, by another case', written('<at id="0"> trajectoires aide', of(bot)), 'aide'],
  ['one that never begins', written('Trajectoires</at> aide', of(bot, 'Trajectoires</at>')), 'aide'],
  ['cut off', written('aide <at>Trajectoires</at', of(bot)), 'aide'],
  ['closed in itself', written('<at id="0"/> aide <at>Zoé</at>', of(bot)), 'aide'],
  ['without tags', written('@Trajectoires aide', of(bot, '@Trajectoires')), 'aide'],
  ['alone', written(name, ours), ''],
  ['with words between', written(`le ${name} groupe`, ours), 'le groupe'],
])('a mention %s', (_, activity, words) => {
  test('is recognised, and no part of the words', () => {
    expect({ isOurs: mentions(activity), words: spokenWords(activity) }).toEqual({ isOurs: true, words });
  });
});

test.each<[string, object, string]>([
  ['characters of HTML', { text: 'l&#39;&eacute;cole &amp; le &lt;centre&gt;' }, "l'école & le <centre>"],
  [
    'what only looks like tags',
    { text: 'moins de 5 < 10, <3, a<b et <atelier>' },
    'moins de 5 < 10, <3, a<b et <atelier>',
  ],
  ['lines', { text: '<p>un</p><p>deux</p>' }, 'un\n\ndeux'],
  ['words as they are typed', { text: '  deux  mots\n' }, '  deux  mots\n'],
  ['nothing', { text: null }, ''],
])('of a message in Teams stay: %s', (_, more, words) => {
  expect(spokenWords({ ...personalMessage({ ...said, text: '' }), ...more } as never)).toBe(words);
});

test('where no channel marks anything up, everything is what was typed', () => {
  const text = '<p>&nbsp;<at>Zoé</at></p>';
  expect(spokenWords({ ...message, channelId: 'directline', text, entities: [] })).toBe(text);
});

test('it is mentioned by its id, and not by somebody else’s name', () => {
  expect(mentions(written(`${name} aide`, of(user, name)))).toBe(false);
  expect(mentions(written('aide', { type: 'mention', mentioned: null }))).toBe(false);
  expect(mentions(written('aide', of({ id: 7 })))).toBe(false);
  expect(mentions(personalMessage({ ...said, text: 'aide' }))).toBe(false);
});

test('whatever is written, no mention is left of it, and in no time', () => {
  const parts = fc.constantFrom(
    '<at>',
    '</at>',
    '<at id="1">',
    '<p>',
    '</p>',
    '&nbsp;',
    'Trajectoires',
    'mot ',
    '<',
    'at',
    '>',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (all) => {
      expect(spokenWords(written(all.join(''), ours))).not.toMatch(/<\/?at(\s[^<>]*)?>/i);
    }),
  );
  expect(spokenWords(written('<at<at>>', ours))).not.toContain('<');
  expect(spokenWords(written(`${'<at'.repeat(400)}${'>'.repeat(400)}`, ours))).not.toMatch(/<at/);
  for (const hostile of ['<at>', '<at ', '</at>', '<at id="', '<p ', '&#', '<at><at>T</at>']) {
    const began = performance.now();
    spokenWords(written(hostile.repeat(20_000), ours));
    expect(performance.now() - began).toBeLessThan(500);
  }
});
