import type { Member } from '#test/http/admin/member.ts';
import { call } from '#test/http/app/call.ts';
import { begin, type Heard, type Person } from '#test/http/app/person.ts';
import { filled, isDomainDone } from '#test/http/app/robot.ts';
import { phoneIn } from '#test/http/room/phone.ts';
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
    townFigures: { source: nth(7), roles: { resident: 100 }, territories: {} },
  });
  await send('POST', `/${code}/open`);
  const people: Person[] = [];
  const told: Heard[] = [];
  for (let i = 0; i < many; i++) people.push(await answer(url, code, nth(i), told));
  await putOnPaper(owner, code, many);
  await putInRoom(url, owner, code, many);
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
  for (let i = 0; i < many; i++)
    await send('POST', `/${code}/follow-ups`, { state: 'kept', why: both(i), charge: nth(i + 1) });
  for (const person of people) told.push(...(await person.say('le groupe')).replies);
  return { code, people, told };
}

/** On paper, too. */
async function putOnPaper(owner: Member, code: string, many: number): Promise<void> {
  const entry = `/animation/c/${code}/papier/saisie`;
  for (let i = 0; i < many; i++) {
    const sheet = { number: `${i + 1}`, 'stance-mobility-avoided': '5', 'remark-mobility': nth(i) };
    const { status, text } = await owner.post(entry, sheet, entry);
    if (status !== 200) throw new Error(`A sheet is not taken: ${text.slice(0, 400)}`);
  }
}

/** Questions, points and decisions of a session in the room, and what its people are told. */
async function putInRoom(url: string, owner: Member, code: string, many: number): Promise<void> {
  const screen = `/animation/c/${code}/salle/direct`;
  const press = async (acte: string, fields: Readonly<Record<string, string>> = {}) => {
    const { text } = await owner.get(screen);
    const seance = /name="seance" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const ou = /data-place="([^"]+)"/.exec(text)?.[1] ?? '';
    const { status } = await owner.post(screen, { acte, seance, ou, ...fields }, screen);
    if (status !== 200) throw new Error(`The room does not ${acte}: ${status}`);
  };
  await press('begin');
  for (let i = 0; i < many; i++) {
    const points = [0, 1, 2, 3, 4].map((at) => [`point-${at}`, `${at}${nth(i).slice(0, 38)}`] as const);
    await press('ask', { question: nth(i), ...Object.fromEntries(points) });
    await press('open', { secondes: '0' });
    for (let nobody = 0; nobody < 5; nobody++) await (await phoneIn(url, code)).tap(2);
    await press('reveal');
    await press('note', { note: nth(i), who: nth(i + 1), when: nth(i + 2).slice(0, 40) });
    if (i < many - 1) await press('close');
  }
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
