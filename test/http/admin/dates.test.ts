import { expect, test } from '@jest/globals';
import { arrive, begin } from '../app/person.ts';
import { type Running, running } from '../app/running.ts';
import { entering, invited, linkIn, type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
let now = '2026-11-23T10:00:00.000Z';
withSpace(
  (...its) => {
    [app, owner] = its;
  },
  () => running(undefined, {}, { now: () => now }),
);

const about = {
  languages: ['fr', 'en'],
  kinds: ['small-town'],
  'title-fr': 'Demain ici',
  'title-en': 'Tomorrow here',
  'territory-fr': 'Ici',
  'territory-en': 'Here',
};
const rules = {
  ...{ opens: '', closes: '2026-12-15', timeZone: 'Europe/Paris', minGroup: '11', retentionMonths: '6' },
  ...{ controller: 'Mairie', contact: 'mairie@ici.example' },
};

/** A consultation under this code, with these rules, not open yet. */
async function prepared(code: string, more: Record<string, string> = {}) {
  await owner.post('/animation/nouvelle', { ...about, code }, '/animation/nouvelle');
  await set(code, 'calendar', { ...rules, ...more });
  return `/animation/c/${code}`;
}

function set(code: string, step: string, fields: Record<string, string>) {
  const path = `/animation/c/${code}/reglages/${step}`;
  return owner.post(path, fields, path);
}

/** Some days later, the owner comes in again: their session is over. */
async function waitUntil(at: string) {
  const link = linkIn((await owner.post('/animation/equipe/lien', {}, '/animation/equipe')).text);
  now = at;
  owner = await entering(link);
}

const isOpen = async (consultation: string) =>
  JSON.stringify((await arrive(app.url, { consultation })).greeting).includes('Avant de commencer');

test('an opening that is to come may be changed, or taken back; once it has come, neither', async () => {
  const c = await prepared('plus-tard', { opens: '2026-12-01' });
  await owner.post(`${c}/ouverture`, {});
  expect(await isOpen('plus-tard')).toBe(false);
  expect(readable((await owner.get(c)).text)).toContain('Elle s’ouvrira d’elle-même le 1er décembre 2026');
  await set('plus-tard', 'calendar', { ...rules, opens: '2026-12-03' });
  expect(readable((await owner.get(c)).text)).toContain('Elle s’ouvrira d’elle-même le 3 décembre 2026');

  expect(readable((await owner.post(`${c}/ouverture/retrait`, {})).text)).toContain(
    'de nouveau en préparation',
  );
  expect((await fetch(`${app.url}/c/plus-tard`)).status).toBe(404);
  await set('plus-tard', 'content', { length: 'short' });
  await owner.post(`${c}/ouverture`, {});
  await set('plus-tard', 'calendar', { ...rules, opens: '2026-11-23' });
  expect(await isOpen('plus-tard')).toBe(true);
  expect(readable((await owner.post(`${c}/ouverture/retrait`, {})).text)).toContain('Rien n’a changé');
  const late = await set('plus-tard', 'calendar', { ...rules, opens: '2026-12-24' });
  expect(late.status).toBe(200);
  expect(await isOpen('plus-tard')).toBe(true);
});

test('a closing is asked once, says its real day, and an owner takes it back for seven days', async () => {
  const c = await prepared('reprise');
  await owner.post(`${c}/ouverture`, {});
  const person = await begin(app.url, 'mobility', { consultation: 'reprise' });
  const page = await owner.post(`${c}/cloture`, {});
  expect(page.text).toContain('Annuler la clôture');
  expect(readable((await owner.get(`${c}/reglages/calendar`)).text)).toContain(
    'Quelqu’un l’a close le 23 novembre 2026',
  );
  expect(readable(page.text)).toContain('Dernier jour pour répondre : 23 novembre 2026');

  const facilitator = await invited(owner, 'Lise', 'facilitator');
  expect((await facilitator.get(c)).text).not.toContain('Annuler la clôture');
  expect((await facilitator.post(`${c}/cloture/retrait`, {})).status).toBe(403);
  await waitUntil('2026-11-29T10:00:00.000Z');
  expect(readable((await owner.post(`${c}/cloture/retrait`, {})).text)).toContain('La clôture est annulée');
  expect((await person.submit({ act: 'word', word: 'menu' })).labels).toContain('menu');
  expect(readable((await owner.get(c)).text)).toContain(
    'Elle se clôt d’elle-même à la fin du 15 décembre 2026',
  );

  await owner.post(`${c}/cloture`, {});
  await waitUntil('2026-12-02T10:00:00.000Z');
  await waitUntil('2026-12-06T10:00:01.000Z');
  expect((await owner.get(c)).text).not.toContain('Annuler la clôture');
  expect(readable((await owner.post(`${c}/cloture/retrait`, {})).text)).toContain('Rien n’a changé');
  expect(readable((await owner.get('/animation/journal')).text)).toContain('A annulé la clôture');
});

test('the information text follows what it quotes, and says where it no longer agrees', async () => {
  const c = await prepared('textes-justes', { closes: '2026-12-30' });
  const at = `${c}/reglages/information`;
  const [, usual = ''] =
    /<textarea id="information-fr"[^>]*>\s*([\s\S]*?)<\/textarea>/.exec((await owner.get(at)).text) ?? [];
  const own = `Bienvenue à toutes et à tous.\n\n${usual.replaceAll('&#39;', "'").replaceAll('\r', '')}\n\nGardées 6 mois par nous.`;
  await set('textes-justes', 'information', { 'information-fr': own, 'information-en': '' });
  const told = async () => readable((await owner.get(at)).text);
  expect(await told()).not.toContain('ne disent pas la même chose');
  await set('textes-justes', 'calendar', {
    ...rules,
    closes: '2026-12-30',
    retentionMonths: '3',
    contact: 'autre@ici.example',
  });
  const after = await told();
  expect(after).toContain('autre@ici.example');
  expect(after).not.toContain('mairie@ici.example');
  expect(after).toContain('parle de 6 mois, et les réglages de 3 mois');
  expect(readable((await owner.get(c)).text)).toContain('ne dit plus la même chose que les réglages');
});
