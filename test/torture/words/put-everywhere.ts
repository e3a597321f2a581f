import type { Member } from '#test/http/admin/member.ts';
import { call } from '#test/http/app/call.ts';
import { begin, type Heard, type Person } from '#test/http/app/person.ts';
import { filled, isDomainDone } from '#test/http/app/robot.ts';
import { hostile } from './hostile.ts';

/** Where the hostile texts went: a consultation and people who answered it, with all that they were told. */
export interface Town {
  readonly code: string;
  readonly people: readonly Person[];
  readonly told: readonly Heard[];
}

const nth = (i: number): string => hostile[i % hostile.length] ?? hostile[0];

/** Writes the first `many` of them, at least five, into every place that a facilitator or a participant may write to. */
export async function putEverywhere(url: string, token: string, owner: Member, many: number): Promise<Town> {
  const send = async (method: string, path: string, body: unknown = {}) => {
    const answer = await call(`${url}/api/consultations${path}`, { method, token, body });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const both = (i: number) => ({ fr: nth(i), en: nth(i) });
  const { code } = await send('POST', '', {
    ...{ title: both(3), territory: both(0), minGroup: 5, domains: ['mobility'] },
    ...{ controller: nth(5), contact: nth(6), information: both(1) },
  });
  await send('POST', `/${code}/open`);
  const people: Person[] = [];
  const told: Heard[] = [];
  for (let i = 0; i < many; i++) people.push(await answer(url, code, nth(i), told));
  const { items } = (await call(`${url}/api/consultations/${code}/texts?limit=100`, { token })).body;
  for (const [i, { id }] of items.entries())
    await send('PUT', `/${code}/texts/${id}/mark`, { mark: 'quote', reason: nth(i) });
  await send('POST', `/${code}/close`);
  for (let i = 0; i < many; i++) {
    await send('POST', `/${code}/moments`, { label: nth(i) });
    const note = { mobility: { kept: {}, note: nth(i) } };
    await send('POST', `/${code}/tables`, { table: nth(i), people: 6, domains: note });
    await owner.post('/animation/equipe/invitation', { name: nth(i), role: 'reader' }, '/animation/equipe');
    await owner.post('/animation/acces/cles', { name: nth(i), scopes: ['results:read'] }, '/animation/acces');
  }
  await send('POST', `/${code}/publish`);
  for (const person of people) told.push(...(await person.say('le groupe')).replies);
  return { code, people, told };
}

/** Somebody who writes one text wherever they may, and lets it be read. */
async function answer(url: string, consultation: string, text: string, told: Heard[]): Promise<Person> {
  const person = await begin(url, 'mobility', { consultation });
  told.push(...person.greeting);
  for (let turn = 0; turn < 80; turn++) {
    const inputs = person.card?.inputs ?? [];
    const fields = filled(inputs, 0);
    for (const { id, type } of inputs) if (type === 'Input.Text') fields[id] = text;
    const { replies, labels } = await person.press(fields);
    told.push(...replies);
    if (isDomainDone({ labels })) break;
  }
  for (const word of ['mon scénario', 'mes données', text]) told.push(...(await person.say(word)).replies);
  return person;
}
