import type { Member } from '#test/http/admin/member.ts';
import { call } from '#test/http/app/call.ts';

/** The names of fields that forms and the programming interface know, and those of activities. */
export async function knownNames(url: string, owner: Member): Promise<readonly string[]> {
  const names = new Set(activity);
  const pages = ['', '/nouvelle', '/acces', '/equipe', '/c/decouverte', '/c/decouverte/materiel/table'];
  const settings = ['about', 'content', 'calendar', 'information'].map(
    (step) => `/c/decouverte/reglages/${step}`,
  );
  for (const page of [...pages, ...settings]) {
    const { text } = await owner.get(`/animation${page}`);
    for (const [, name = ''] of text.matchAll(/ name="([^"]+)"/g)) names.add(name);
  }
  const { text } = await call(`${url}/api/openapi.json`);
  for (const [, name = ''] of text.matchAll(/"(\w+)":\{"(?:type|anyOf|\$ref|enum|description)"/g))
    names.add(name);
  names.delete('jeton');
  return [...names];
}

const activity = [
  ...[
    'type',
    'text',
    'value',
    'name',
    'id',
    'from',
    'recipient',
    'conversation',
    'channelData',
    'channelId',
    'serviceUrl',
  ],
  ...[
    'locale',
    'entities',
    'attachments',
    'membersAdded',
    'replyToId',
    'act',
    'agree',
    'question',
    'trajectory',
    'stance',
  ],
  ...[
    'deliveryMode',
    'action',
    'data',
    'word',
    'domain',
    'consultation',
    'user',
    'previous',
    'invitation',
    'timestamp',
  ],
];
