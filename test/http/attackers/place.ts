import { mock } from 'node:test';
import restify, { type Server } from 'restify';
import { drawKey, keyId } from '#application/access/api-keys.ts';
import { scopes } from '#domain/records/api-key.ts';
import type { Store } from '#store/store.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { png } from '#test/domain/consultation/logo/pictures.ts';
import { entering, invited, type Member } from '../admin/member.ts';
import { remarks, town } from '../admin/town.ts';
import { call } from '../app/call.ts';
import { arrive, type Person } from '../app/person.ts';
import { type Running, running } from '../app/running.ts';

/** What stands in the town for those alone who facilitate `atelier`, and is found in no answer to anybody else. */
export const canaries = {
  member: 'CANARI-membre',
  key: 'CANARI-cle',
  snapshot: 'CANARI-moment',
  table: 'CANARI-table',
  hook: 'canari.signaux.example',
  draft: 'CANARI-brouillon',
  // As they were written, and with their signs as a page writes them.
  remark: remarks[0].split('<')[0] ?? '',
} as const;
/** Its title, which its own page tells anyone. */
export const title = 'Consultation atelier';

/** Ids of what belongs to `atelier`. */
const ids = { table: 'atelier-table', hook: 'canari', followUp: 'suite' } as const;

/** What the address of its logo ends with. */
export const print = 'AbCdEfGhIjKlMnOp';

const at = '2026-11-20T10:00:00.000Z';

/** Two departments of a town, with the whole program: `atelier` is attacked, `voisins` is the attackers' own. */
export interface AttackedPlace {
  readonly app: Running;
  readonly server: Server;
  readonly owner: Member;
  readonly reader: Member;
  /** Of `voisins`. */
  readonly facilitator: Member;
  readonly neighbour: Member;
  /** Removed while they are in. */
  readonly former: Member;
  readonly keys: {
    readonly revoked: string;
    readonly ended: string;
    readonly bound: string;
    readonly reading: string;
  };
  /** The ids of what belongs to `atelier`, as an attacker may have seen them once. */
  readonly ids: Readonly<
    Record<'account' | 'snapshot' | 'text' | 'table' | 'hook' | 'key' | 'followUp', string>
  >;
  readonly person: Person;
  readonly stranger: Person;
}

export async function attackedPlace(): Promise<AttackedPlace> {
  const [revoked, ended, theirs] = [drawKey(), drawKey(), drawKey()];
  const dir = await town((store) => furnish(store, ended, theirs));
  const { app, server } = await withServer(dir);
  const owner = await entering(app.spaceLink);
  const reader = await invited(owner, 'Lectrice', 'reader', 'atelier');
  const facilitator = await invited(owner, 'Voisine', 'facilitator', 'voisins');
  const neighbour = await invited(owner, 'Voisin', 'owner', 'voisins');
  await invited(owner, canaries.member, 'facilitator', 'atelier');
  const former = await invited(owner, 'Ancienne', 'owner', 'atelier');
  const team = (await owner.get('/animation/equipe')).text;
  const idOf = (name: string) =>
    new RegExp(`/equipe/([\\w-]+)/retrait"[^>]*>(?:(?!</form>).)*Retirer ${name}`, 's').exec(team)?.[1] ?? '';
  await owner.post(`/animation/equipe/${idOf('Ancienne')}/retrait`, {}, '/animation/equipe');
  const keyFor = async (name: string, code: string, its: readonly string[]) => {
    const fields = { name, scopes: its, 'consultations-ou': 'certaines', consultations: code };
    const { text } = await owner.post('/animation/acces/cles', fields, '/animation/acces');
    return /value="(tr_[\w-]{43})"/.exec(text)?.[1] ?? '';
  };
  const bound = await keyFor('Voisinage', 'voisins', scopes);
  const reading = await keyFor('Lecture', 'atelier', ['consultations:read']);
  const path = '/animation/c/atelier/resultats';
  await owner.post(`${path}/moments`, { name: canaries.snapshot }, `${path}/comparer`);
  const first = async (what: string): Promise<string> =>
    (await call(`${app.url}/api/consultations/atelier/${what}`, { token: app.facilitatorKey })).body.items[0]
      .id;
  const [snapshot, text] = [await first('moments'), await first('texts')];
  const [person, stranger] = [
    await arrive(app.url, { consultation: 'atelier' }),
    await arrive(app.url, { consultation: 'voisins' }),
  ];
  return {
    ...{ app, server, owner, reader, facilitator, neighbour, former, person, stranger },
    keys: { revoked, ended, bound, reading },
    ids: { ...ids, account: idOf(canaries.member), key: keyId(theirs), snapshot, text },
  };
}

async function furnish(store: Store, ended: string, theirs: string): Promise<void> {
  const draft = { fr: canaries.draft, en: canaries.draft };
  await store.save(
    'consultation',
    newConsultation({ id: 'brouillon', version: 0, draft: true, title: draft }),
  );
  for (const [key, name, until] of [
    [ended, 'Finie', '2026-01-31'],
    [theirs, canaries.key, '2999-12-31'],
  ] as const)
    await store.save('api-key', {
      ...{ schema: 1, id: keyId(key), version: 0, name, scopes: [...scopes], until },
      ...{ consultations: ['atelier'], createdAt: at, end: key.slice(-4) },
    });
  await store.save('hook', {
    ...{ schema: 1, id: ids.hook, version: 0, address: `https://${canaries.hook}/`, seen: {} },
    ...{ signals: ['consultation.closed'], consultations: ['atelier'], createdAt: at, signing: 'standard' },
  });
  await store.save('logo', {
    ...{ schema: 1, id: 'atelier', version: 0, type: 'image/png', width: 9, height: 3, print },
    data: png(9, 3).toString('base64'),
  });
  await store.update(
    'consultation',
    'atelier',
    (its) =>
      its && { ...its, followUps: [{ id: ids.followUp, state: 'kept', why: { fr: 'Parce que oui.' }, at }] },
  );
  await store.save('workshop-result', {
    ...{ schema: 1, id: ids.table, version: 0, consultation: 'atelier', at, by: 'x' },
    ...{ table: canaries.table, people: 8, domains: { mobility: { kept: {}, note: canaries.table } } },
  });
}

/** The program, and the server that it made. */
async function withServer(dir: string): Promise<{ app: Running; server: Server }> {
  const { createServer } = restify;
  const made: Server[] = [];
  const spy = mock.method(restify, 'createServer', (...options: Parameters<typeof createServer>) => {
    const server = createServer(...options);
    made.push(server);
    return server;
  });
  const organisation = {
    ...{ OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' },
    ...{ OIDC_NAME: 'Val', OIDC_ALLOWED: '@val.example' },
    ...{ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'val@val.example' },
  };
  const app = await running(dir, organisation);
  spy.mock.restore();
  const [server] = made;
  if (server === undefined) throw new Error('The program made no server');
  return { app, server };
}
