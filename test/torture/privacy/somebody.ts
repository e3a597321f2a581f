import { type CardButton, primary, submit } from '#src/tools/simulate/card.ts';
import type { Member } from '#test/http/admin/member.ts';
import { call } from '#test/http/app/call.ts';
import { activity, bring } from '#test/http/app/cloud-person.ts';
import { Person } from '#test/http/app/person.ts';
import { filled, isDomainDone } from '#test/http/app/robot.ts';

/** Somebody whose every word and name is like no other's, so that each is found again wherever it stands. */
export interface Somebody {
  /** What they wrote and are called, and what leads to them. */
  readonly canaries: Set<string>;
  /** Has everything kept of them erased, from the chat; throws when that is not what they are told. */
  erase(): Promise<void>;
}

/** What every word of everybody begins with. */
export const mark = 'canari-';

/** Where they come to, and the secret that lets a crowd of one address in. */
export interface Place {
  readonly url: string;
  readonly secret: string;
}

/** Answers a domain to its end, writes wherever one may, is not understood, and takes a resume code, which every third uses. */
export async function inChat(place: Place, nth: number): Promise<Somebody> {
  const word = (what: string) => `${mark}${nth}-${what}-${mark}`;
  const person = await enter(place, word('appareil'));
  await person.submit({ act: 'consent', agree: true, unclear: 'true' });
  await person.submit({ act: 'profile', decline: true });
  await person.submit({ act: 'open', domain: 'mobility' });
  await writeToTheEnd(person, word);
  await person.say(word('incompris'));
  const { replies } = await person.say('pause');
  const [code] = /\w{5}-\w{5}-\w{5}/.exec(JSON.stringify(replies)) ?? [];
  if (code === undefined) throw new Error('No resume code was given');
  const there = nth % 3 === 0 ? await enter(place, word('ailleurs')) : person;
  if (there !== person) await there.say(code);
  return {
    canaries: new Set([`${mark}${nth}-`, code]),
    async erase() {
      await there.say('effacer');
      told((await there.submit({ act: 'erase', sure: true })).labels);
    },
  };
}

/** On a channel that is posted to: where they can be reached is kept. */
export async function onChannel({ url }: Place, nth: number): Promise<Somebody> {
  const user = `${mark}${nth}-adresse`;
  const say = (more: object) => bring(url, activity(`${user}-${said++}`, user, more));
  let said = 0;
  await say({ text: 'bonjour' });
  await say({ value: { act: 'consent', agree: true } });
  await say({ value: { act: 'profile', decline: true } });
  const value = `${mark}${nth}-reponse`;
  await say({ value: { act: 'answer', question: 'mobility-own-words', value, shared: 'true' } });
  return {
    canaries: new Set([`${mark}${nth}-`]),
    async erase() {
      await say({ text: 'effacer' });
      told((await say({ value: { act: 'erase', sure: true } })).labels);
    },
  };
}

/** On paper: a facilitator enters what they wrote, and takes their sheet out. */
export async function onPaper(owner: Member, nth: number): Promise<Somebody> {
  const paper = '/animation/c/decouverte/papier';
  const number = `${firstSheet + nth}`;
  const sheet = { number, 'stance-mobility-avoided': '5', 'remark-mobility': `${mark}${nth}-papier` };
  const entered = await owner.post(`${paper}/saisie`, sheet, `${paper}/saisie`);
  if (entered.status !== 200) throw new Error(`A sheet is not taken: ${entered.status}`);
  return {
    canaries: new Set([`${mark}${nth}-`]),
    async erase() {
      const { status } = await owner.post(`${paper}/feuilles/${number}/retrait`, {}, paper);
      if (status !== 200) throw new Error(`A sheet is not taken out: ${status}`);
    },
  };
}

/** As many figures for each: no number is the beginning of another. */
const firstSheet = 50_000;

async function enter({ url, secret }: Place, id: string): Promise<Person> {
  const line = `${url}/v3/directline`;
  const body = { consultation: 'decouverte', user: { id } };
  const granted = await call(`${line}/tokens/generate`, { method: 'POST', token: secret, body });
  const { token, conversationId } = granted.body;
  const began = await call(`${line}/conversations`, { method: 'POST', token, body: { locale: 'fr' } });
  if (began.status >= 300) throw new Error(`Not let in: ${granted.status} ${began.status}`);
  const person = new Person(url, token, conversationId);
  await person.read();
  return person;
}

async function writeToTheEnd(person: Person, word: (what: string) => string): Promise<void> {
  for (let turn = 0; turn < 60; turn++) {
    const { card } = person;
    const forward: CardButton | undefined = card && primary(card);
    if (card === undefined || forward === undefined) throw new Error('No way forward is in sight');
    const texts = card.inputs.filter(({ type }) => type === 'Input.Text');
    const written = Object.fromEntries(texts.map(({ id }) => [id, word(`${turn}-${id}`)]));
    const { labels } = await person.submit(submit(forward, { ...filled(card.inputs, turn), ...written }));
    if (isDomainDone({ labels })) return;
  }
  throw new Error('The domain does not end');
}

function told(labels: readonly string[]): void {
  if (labels.join() !== 'notice') throw new Error(`Whoever erases is told ${labels}`);
}
