import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { qrSvg } from '#documents/print/qr.ts';
import { readOrigins } from '#domain/consultation/settings/frame-origins.ts';
import { isHereOnly } from '#web/admin/invite/code.ts';
import { contentPolicy } from '#web/http/security-headers.ts';
import { call } from '../app/call.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { entering, invited, type Member, readable } from './member.ts';

const page = '/animation/c/decouverte/inviter';
let app: Running;
let local: string;
let owner: Member;
beforeAll(async () => {
  app = await running(undefined, {
    CONTROLLER_NAME: 'Mairie de Bourg-Neuf',
    CONTROLLER_CONTACT: 'mairie@bourg-neuf.example',
  });
  local = app.url;
  owner = await entering(app.spaceLink);
});
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

const text = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[\u00a0\u202f]/g, ' ');
/** What the field of this id holds. */
const field = (html: string, id: string): string => {
  const area = new RegExp(`<textarea id="${id}"[^>]*>\\n([^<]*)`).exec(html)?.[1];
  const line = new RegExp(`<input id="${id}"[^>]* value="([^"]*)"`).exec(html)?.[1];
  return text(area ?? line ?? '');
};
const policyOf = async (path: string) =>
  /frame-ancestors ([^;]*)/.exec(
    (await call(local + path)).headers.get('content-security-policy') ?? '',
  )?.[1];
const saved = (origins: string) => owner.post(`${page}/sites`, { origins }, page);
const newDraft = async (): Promise<string> => {
  const opened = await owner.post('/animation/c/decouverte/copie', {});
  const code = /\/animation\/c\/([\w-]+)\/reglages/.exec(opened.text)?.[1];
  if (code === undefined) throw new Error('The copy has no page');
  return code;
};

test('the page gives the address, the texts in both languages, and calls nobody by a louder sign than a full stop', async () => {
  const { status, text: html } = await owner.get(page);
  expect(status).toBe(200);
  expect(field(html, 'address')).toBe(`${local}/c/decouverte`);
  const mail = field(html, 'mail-fr');
  expect(mail).toContain('« Découverte » (votre territoire)');
  expect(mail).toContain(`Pour répondre :\n${local}/c/decouverte\n`);
  expect(mail).toContain('Responsable des données : Mairie de Bourg-Neuf.');
  expect(mail).toContain('mairie@bourg-neuf.example');
  expect(mail).not.toContain('jusqu’au');
  expect(field(html, 'mail-en')).toContain('“Discovery” (your area)');
  expect(field(html, 'subject-en')).toBe('Discovery: how would you like to live here tomorrow?');
  for (const id of ['mail-fr', 'short-fr', 'mail-en', 'short-en']) {
    expect(field(html, id)).toContain(`${local}/c/decouverte`);
    expect(field(html, id)).not.toContain('!');
  }
  expect(field(html, 'short-fr').length).toBeLessThan(mail.length / 1.5);
});

test('an address of this machine alone is told as such, a public one is not', async () => {
  expect(readable((await owner.get(page)).text)).toContain('s’ouvre sur cet ordinateur seulement');
  const here = ['http://localhost:3978', 'http://127.0.0.1', 'http://[::1]:3978'];
  const elsewhere = [
    'https://trajectoires.bourg-neuf.example',
    'http://192.168.1.20:3978',
    'https://localhost.example',
  ];
  expect(here.map(isHereOnly)).toEqual([true, true, true]);
  expect(elsewhere.map(isHereOnly)).toEqual([false, false, false]);
});

test('the code and the posters are taken away as files', async () => {
  const svg = await owner.get(`${page}/code.svg`);
  expect(svg.headers.get('content-type')).toBe('image/svg+xml');
  const address = `${local}/c/decouverte`;
  expect(svg.text).toBe(qrSvg(address, { label: address }).svg);
  const bytes = async (name: string) => {
    const got = await fetch(`${local}${page}/${name}`, { headers: { cookie: owner.cookie } });
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename="decouverte-${name}"`);
    return Buffer.from(await got.arrayBuffer());
  };
  const png = await bytes('code.png');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1200);
  const pages = async (name: string) =>
    (await bytes(name)).toString('latin1').match(/\/Type \/Page\b/g)?.length;
  expect([await pages('affiche-fr.pdf'), await pages('affiche-en.pdf'), await pages('affiche.pdf')]).toEqual([
    1, 1, 2,
  ]);
  expect((await fetch(`${local}${page}/affiche.pdf`, { redirect: 'manual' })).status).toBe(303);
});

test('a draft says that its address answers later, and makes no link into a conversation that is not there', async () => {
  const code = await newDraft();
  const shown = readable((await owner.get(`/animation/c/${code}/inviter`)).text);
  expect(shown).toContain('n’est pas encore ouverte');
  expect(shown).not.toContain('Faire un lien');
  expect((await call(`${local}/c/${code}`)).status).toBe(404);
  expect((await owner.post(`/animation/c/${code}/inviter/conversation`, {})).status).toBe(404);

  await owner.post(`/animation/c/${code}/ouverture`, {});
  expect(readable((await owner.get(`/animation/c/${code}/inviter`)).text)).not.toContain(
    'n’est pas encore ouverte',
  );
  expect((await call(`${local}/c/${code}`)).status).toBe(200);

  await owner.post(`/animation/c/${code}/cloture`, {});
  const closed = await owner.get(`/animation/c/${code}/inviter`);
  expect(readable(closed.text)).toContain('plus personne ne peut répondre');
  expect(field(closed.text, 'mail-fr')).toBe('');
});

test('a draft in one language, with its days, is invited to in that language, with those days', async () => {
  const code = await newDraft();
  const about = `/animation/c/${code}/reglages/about`;
  const kinds = [...(await owner.get(about)).text.matchAll(/name="kinds" value="([^"]+)"/g)].map(
    ([, kind = '']) => kind,
  );
  const told = {
    code,
    languages: 'en',
    'title-en': 'Newtown in ten years',
    'territory-en': 'Newtown',
    kinds,
  };
  await owner.post(about, told, about);
  await owner.post(
    `/animation/c/${code}/reglages/calendar`,
    {
      ...{ opens: '2091-03-01', closes: '2091-04-30', timeZone: 'Europe/Paris', minGroup: '11' },
      controller: 'Newtown council',
      contact: '',
      retentionMonths: '12',
    },
    about,
  );
  const { text: html } = await owner.get(`/animation/c/${code}/inviter`);
  expect(field(html, 'mail-fr')).toBe('');
  const mail = field(html, 'mail-en');
  expect(mail).toContain('“Newtown in ten years” (Newtown)');
  expect(mail).toContain(
    'The consultation opens on 1 March 2091. You can answer until 30 April 2091 inclusive.',
  );
  expect(mail).toContain('Newtown council');
  expect(mail).not.toContain('For any question');
  const poster = (name: string) => owner.get(`/animation/c/${code}/inviter/${name}`);
  expect((await poster('affiche-en.pdf')).status).toBe(200);
  expect((await poster('affiche-fr.pdf')).status).toBe(404);
});

test('a link to facilitate in the chat is shown once, opens once, and is written down', async () => {
  const made = await owner.post(`${page}/conversation`, {}, page);
  const link = field(made.text, 'chat-link');
  expect(link).toMatch(new RegExp(`^${local}/c/decouverte/facilitator#[\\w-]+$`));
  expect((await owner.get(page)).text).not.toContain(link);
  const open = () =>
    call(`${local}/v3/directline/tokens/generate`, {
      method: 'POST',
      body: { invitation: link.split('#')[1] },
    });
  expect([(await open()).status, (await open()).status]).toEqual([200, 403]);
  expect(readable((await owner.get('/animation/journal')).text)).toContain(
    'A fait un lien pour animer dans la conversation',
  );
});

test('a reader sees it all and changes nothing', async () => {
  const reader = await invited(owner, 'Rose', 'reader');
  const { status, text: html } = await reader.get(page);
  expect(status).toBe(200);
  expect(html).not.toContain(`action="${page}`);
  expect((await reader.post(`${page}/sites`, { origins: 'https://www.rose.example' })).status).toBe(403);
  expect((await reader.post(`${page}/conversation`, {})).status).toBe(403);
  expect(await policyOf('/c/decouverte')).toBe("'self'");
});

test('Teams: says that the assistant is not there, or the words that invite', async () => {
  expect(readable((await owner.get(page)).text)).toContain('n’est pas relié à Teams');
  const guid = '11111111-2222-4333-8444-555555555555';
  const linked = await running(undefined, {
    ...{ MicrosoftAppId: guid, MicrosoftAppTenantId: guid, MicrosoftAppPassword: 'secret' },
  });
  try {
    const { text: html } = await (await entering(linked.spaceLink)).get(page);
    expect(field(html, 'teams')).toBe('inviter decouverte');
  } finally {
    await linked.stop();
    await removeFolder(linked.dataDir);
  }
});

describe('the sites that may show the conversation', () => {
  test('are kept as origins, and named by the chat page of this consultation alone', async () => {
    const kept = await saved(
      'https://www.bourg-neuf.example/\n\nhttp://localhost:8080\nhttps://www.bourg-neuf.example\nhttps://mairie-évry.example',
    );
    expect(kept.status).toBe(200);
    expect(field(kept.text, 'origins')).toBe(
      'https://www.bourg-neuf.example\nhttp://localhost:8080\nhttps://mairie-évry.example',
    );
    const allowed =
      "'self' https://www.bourg-neuf.example http://localhost:8080 https://xn--mairie-vry-h7a.example";
    expect(await policyOf('/c/decouverte')).toBe(allowed);
    for (const path of [
      '/',
      '/c/decouverte/facilitator',
      '/c/decouverte/resultats',
      '/animation/entree',
      '/confidentialite',
      '/c/rien',
    ])
      expect([path, await policyOf(path)]).toEqual([path, "'self'"]);
    const whole = (await call(`${local}/c/decouverte`)).headers.get('content-security-policy');
    const general = (await call(local)).headers.get('content-security-policy');
    expect(whole?.replace(allowed, "'self'")).toBe(general);
    await saved('');
    expect(await policyOf('/c/decouverte')).toBe("'self'");
  });

  test('that are none are told line by line, and nothing typed is lost', async () => {
    const typed = [
      'https://www.bourg-neuf.example',
      'www.bourg-neuf.example',
      'http://bourg-neuf.example',
      'https://a.example/page',
      'https://*.example',
      'https://a.example; script-src *',
    ];
    const told = await saved(typed.join('\n'));
    expect(told.status).toBe(422);
    expect(field(told.text, 'origins')).toBe(typed.join('\n'));
    const words = text(readable(told.text));
    expect(words).toContain(
      'Ligne 2 : à la place de « www.bourg-neuf.example », écrivez « https://www.bourg-neuf.example ».',
    );
    expect(words).toContain(
      'Ligne 3 : à la place de « http://bourg-neuf.example », écrivez « https://bourg-neuf.example ».',
    );
    expect(words).toContain(
      'Ligne 4 : à la place de « https://a.example/page », écrivez « https://a.example ».',
    );
    expect(words).toContain('Ligne 5 : « https://*.example » n’est pas');
    expect(words).toContain('Ligne 6 : « https://a.example; script-src * » n’est pas');
    expect(words).not.toContain('Ligne 1');
    expect(await policyOf('/c/decouverte')).toBe("'self'");
  });

  test('are twenty at most', () => {
    const sites = Array.from({ length: 21 }, (_, i) => `https://site-${i}.example`);
    expect(readOrigins(sites.slice(0, 20).join('\r\n'))).toEqual({ origins: sites.slice(0, 20) });
    expect(readOrigins(sites.join('\n'))).toEqual({ wrong: [{ n: 21, text: sites[20], why: 'too-many' }] });
  });

  test('never add anything to the policy but sources, whatever was typed', () => {
    const pieces = [
      'https://',
      'http://localhost',
      'a.b',
      'b',
      '.',
      ':80',
      '/',
      ';',
      ',',
      ' ',
      '*',
      '@',
      "'",
      '\\',
      '%0a',
      'é',
      '\n',
    ];
    const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join(''));
    fc.assert(
      fc.property(hostile, (typed) => {
        const read = readOrigins(typed);
        const origins = 'origins' in read ? read.origins : [];
        for (const origin of origins) expect(origin).toMatch(/^https?:\/\/[a-z0-9.-]+(:\d+)?$/);
        expect(policy(['self', ...origins])).toBe(
          policy(['self']).replace("ancestors 'self'", ["ancestors 'self'", ...origins].join(' ')),
        );
      }),
    );
  });

  test('take the place of nobody, when no site at all may show the pages', () => {
    expect(policy(["'none'"])).toContain("frame-ancestors 'none'");
    expect(policy(["'none'", 'https://a.example'])).toMatch(/frame-ancestors https:\/\/a\.example$/);
    expect(policy(['self', 'https://a.example; script-src *'])).toMatch(/frame-ancestors 'self'$/);
  });
});

test('the lines for the site are ready to be copied, and lead to a script that says what it is', async () => {
  const { text: html } = await owner.get(page);
  expect(field(html, 'script')).toBe(
    `<script src="${local}/integration.js" data-consultation="decouverte" async></script>`,
  );
  expect(field(html, 'frame')).toContain(`<iframe src="${local}/c/decouverte" title="Découverte"`);
  const script = await call(`${local}/integration.js`);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('cache-control')).toBe('public, max-age=86400');
  expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(script.text).toContain('Conversation de la consultation');
  expect(script.text).not.toMatch(/cookie|localStorage|fetch|beacon/i);
});

const policy = (frameAncestors: readonly string[]) => contentPolicy({ frameAncestors });
