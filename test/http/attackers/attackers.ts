import { generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Member } from '../admin/member.ts';
import type { Door } from './doors.ts';
import type { AttackedPlace } from './place.ts';

/** Somebody who tries what is not theirs. */
export interface Attacker {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What their forms carry. */
  readonly token?: string;
  /** The statuses that they may be answered with at a door; a door that is left out is no attack of theirs. */
  readonly expected: Partial<Record<Door, readonly number[]>>;
  /** At the doors of `atelier` they are told nothing else than of a consultation that is not there. */
  readonly blind?: readonly Door[];
  /** Only what changes something. */
  readonly writesOnly?: true;
}

/** To whom the space is closed. */
const outside: Attacker['expected'] = {
  ...{ member: [303], creator: [303], owner: [303], reader: [303], facilitator: [303] },
  ...{ 'owner-of': [303], 'owner-of-all': [303] },
  ...{ key: [401], 'key-of': [401], line: [400, 401, 403, 501], 'own-link': [410] },
  ...{
    anyone: [200, 204, 303, 400, 401, 404, 422],
    entry: [200, 303, 400, 404, 410],
    channel: [200, 400, 401, 403],
  },
};

const programs: readonly Door[] = ['key', 'key-of'];
const only = (doors: readonly Door[], expected: Attacker['expected']): Attacker['expected'] =>
  Object.fromEntries(Object.entries(expected).filter(([door]) => doors.some((one) => one === door)));

const without = (door: Door): Attacker['expected'] =>
  Object.fromEntries(Object.entries(outside).filter(([one]) => one !== door));

export async function attackersOf(place: AttackedPlace): Promise<readonly Attacker[]> {
  const { keys, person, stranger, owner } = place;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const inSpace = async (who: Member) => ({ headers: { cookie: who.cookie }, token: await who.token() });
  const theirs = await inSpace(owner);
  const space: readonly Door[] = [
    ...(['member', 'creator', 'owner', 'owner-of-all', 'reader', 'facilitator'] as const),
    ...(['owner-of', 'entry'] as const),
  ];
  return [
    { name: 'a stranger', headers: {}, expected: outside },
    { name: 'a participant', headers: bearer(person.token), expected: without('line') },
    {
      name: "a participant of another consultation, with the other's token",
      headers: bearer(stranger.token),
      expected: { ...outside, line: [200, 201, 403, 501] },
    },
    { name: 'another tenant', headers: bearer(ofAnotherTenant()), expected: outside },
    {
      name: 'a former colleague',
      headers: { cookie: place.former.cookie },
      token: theirs.token,
      expected: outside,
    },
    {
      ...{ name: 'a reader', ...(await inSpace(place.reader)) },
      expected: {
        ...{ creator: [403], owner: [403], 'owner-of-all': [403], facilitator: [403], 'owner-of': [403] },
        ...only(programs, outside),
      },
    },
    {
      ...{ name: 'a facilitator of another consultation', ...(await inSpace(place.facilitator)) },
      expected: {
        ...{
          member: [200, 303],
          creator: [200, 303, 404, 422],
          owner: [403],
          'owner-of-all': [403],
          reader: [404],
          facilitator: [404],
          'owner-of': [404],
        },
        ...only(programs, outside),
      },
      blind: ['reader', 'facilitator', 'owner-of'],
    },
    {
      ...{ name: 'an owner of another consultation', ...(await inSpace(place.neighbour)) },
      expected: {
        ...{ owner: [200, 403, 404], 'owner-of-all': [403], reader: [404], facilitator: [404] },
        'owner-of': [404],
      },
      blind: ['reader', 'facilitator', 'owner-of'],
    },
    ...otherSites(theirs).map(([name, headers, token]) => ({
      ...{ name, headers, token, writesOnly: true as const },
      expected: Object.fromEntries(space.map((door) => [door, door === 'entry' ? [403, 410] : [403]])),
    })),
    { name: 'a key that was taken back', headers: bearer(keys.revoked), expected: outside },
    { name: 'a key at its end', headers: bearer(keys.ended), expected: only(programs, outside) },
    {
      ...{ name: 'a key of another consultation', headers: bearer(keys.bound) },
      expected: { key: [200, 403, 422], 'key-of': [404, 422] },
      blind: ['key-of'],
    },
    {
      ...{ name: 'a key that only reads', headers: bearer(keys.reading), writesOnly: true },
      expected: { key: [403], 'key-of': [403] },
    },
  ];
}

type Space = { headers: { cookie: string }; token: string };

/** Pages of elsewhere that send a form with the owner's cookie, and what they may know of its token. */
const otherSites = ({
  headers,
  token,
}: Space): readonly (readonly [string, Record<string, string>, string])[] => [
  ['another site', { ...headers, origin: 'https://evil.example' }, token],
  ['another site in a sandbox', { ...headers, origin: 'null' }, token],
  ['another site, as the browser says', { ...headers, 'sec-fetch-site': 'cross-site' }, token],
  ['another page of the same site', { ...headers, 'sec-fetch-site': 'same-site' }, token],
  ['another site in a browser that says nothing', headers, ''],
  ['another site with a token of its own session', headers, 'A'.repeat(token.length)],
];

/** Signed by a key of theirs, for their own tenant. */
function ofAnotherTenant(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const tid = '00000000-0000-4000-8000-000000000000';
  const iss = `https://sts.windows.net/${tid}/`;
  const claims = { iss, tid, aud: 'https://api.botframework.com', exp: Math.floor(Date.now() / 1000) + 3600 };
  return jwt.sign(claims, privateKey, { algorithm: 'RS256', keyid: 'other' });
}
