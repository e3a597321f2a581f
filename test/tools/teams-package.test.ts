import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { fold } from '#domain/conversation/fold.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { readConfig } from '#src/config.ts';
import { factsOf } from '#src/tools/teams/facts.ts';
import { commandLists } from '#src/tools/teams/manifest.ts';
import { Localisation, Manifest } from '#src/tools/teams/manifest-schema.ts';
import { makePackage, readIcons } from '#src/tools/teams/package.ts';

const folder = mkdtempSync(join(tmpdir(), 'teams-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const loaded = loadPhrases('catalogue');
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
const { phrases } = loaded;

const appId = '0f1e2d3c-4b5a-4968-8778-695a4b3c2d1e';
const bot = {
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppType: 'UserAssignedMSI',
};
const settings = { ...bot, PUBLIC_URL: 'https://avenir.bourg-neuf.example/consulter/' };

const readFacts = (env: Record<string, string> = settings, version = '1.2.3') => {
  const read = readConfig(env);
  return 'problems' in read ? read : factsOf(read.config, version);
};
const facts = (env?: Record<string, string>, version?: string) => {
  const found = readFacts(env, version);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found.facts;
};
const zip = (of = facts(), said: Phrases = phrases) => {
  const made = makePackage(of, said, readIcons());
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return made.zip;
};
const opened = (bytes: Uint8Array) => {
  const files = unzipSync(bytes);
  const json = (name: string): unknown => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
  return { files, json, manifest: Manifest.parse(json('manifest.json')) };
};

describe('the Teams app package', () => {
  const { files, json, manifest } = opened(zip());

  test('holds the manifest, a file a language and the two icons, at its root', () => {
    expect(Object.keys(files).sort()).toEqual([
      'color.png',
      'en.json',
      'fr.json',
      'manifest.json',
      'outline.png',
    ]);
  });

  test('names the bot, the installation and where people reach it', () => {
    expect(manifest).toMatchObject({
      manifestVersion: '1.22',
      version: '1.2.3',
      id: appId,
      developer: {
        name: 'Trajectoires',
        websiteUrl: 'https://avenir.bourg-neuf.example/consulter',
        privacyUrl: 'https://avenir.bourg-neuf.example/consulter/confidentialite',
        termsOfUseUrl: 'https://avenir.bourg-neuf.example/consulter/mentions',
      },
      bots: [{ botId: appId, scopes: ['personal', 'team', 'groupChat'] }],
      configurableTabs: [
        {
          configurationUrl: 'https://avenir.bourg-neuf.example/consulter/teams/onglet',
          scopes: ['team', 'groupChat'],
          meetingSurfaces: ['sidePanel', 'stage'],
        },
      ],
      validDomains: ['avenir.bourg-neuf.example'],
    });
  });

  test('speaks French by itself, and every other language from its file', () => {
    expect(manifest.localizationInfo).toEqual({
      defaultLanguageTag: 'fr',
      defaultLanguageFile: 'fr.json',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    });
    expect(manifest.bots[0].commandLists.map(({ scopes }) => scopes)).toEqual([
      ['personal'],
      ['team', 'groupChat'],
    ]);
    expect(manifest.bots[0].commandLists[0]?.commands.map(({ title }) => title)).toEqual([
      'menu',
      'mon scénario',
      'le groupe',
      'la vision',
      'où suis-je',
      'mes données',
      'aide',
    ]);
    expect(json('en.json')).toMatchObject({
      'bots[0].commandLists[0].commands[1].title': 'my scenario',
      'bots[0].commandLists[1].commands[2].title': 'new consultation',
    });
  });

  test.each(['fr', 'en'])('has in %s a text for every text of the manifest, and no other', (language) => {
    const places = manifest.bots[0].commandLists.flatMap(({ commands }, list) =>
      commands.flatMap((_, place) =>
        ['title', 'description'].map((kind) => `bots[0].commandLists[${list}].commands[${place}].${kind}`),
      ),
    );
    const ofTheApp = ['$schema', 'name.short', 'name.full', 'description.short', 'description.full'];
    const texts = Localisation.parse(json(`${language}.json`));
    expect(Object.keys(texts).sort()).toEqual([...ofTheApp, ...places].sort());
  });

  test('is the same, byte for byte, when made again', () => {
    expect(Buffer.compare(zip(), zip())).toBe(0);
    expect(Buffer.compare(zip(), zip(facts(settings, '1.2.4')))).not.toBe(0);
  });

  test('has a version that Teams takes, and a name that fits', () => {
    const long = 'Communauté d’agglomération de Bourg-Neuf-sur-Loire';
    const made = opened(zip(facts({ ...settings, CONTROLLER_NAME: long }, '2.0.0-beta.1+build.7')));
    expect(made.manifest.version).toBe('2.0.0');
    expect(made.manifest.developer.name).toBe('Communauté d’agglomération de B…');
    const short = opened(zip(facts({ ...settings, CONTROLLER_NAME: 'Mairie de Bourg-Neuf' })));
    expect(short.manifest.developer.name).toBe('Mairie de Bourg-Neuf');
  });
});

test.each(['fr', 'en'])('every command offered in %s is a word that the assistant obeys', (language) => {
  const say = phrases.say(language);
  for (const word of new Set(commandLists.flatMap(({ words }) => words))) {
    const title = say(`teams.commands.${word}.title`);
    expect([title, phrases.words.get(fold(title))]).toEqual([title, word]);
  }
});

test('a text that Teams would cut is told with the file to change', () => {
  const wordy: Phrases = {
    ...phrases,
    say: (language) => (key) =>
      language === 'en' && key === 'teams.description.short' ? 'x'.repeat(81) : phrases.say(language)(key),
  };
  expect(makePackage(facts(), wordy, readIcons())).toEqual({
    problems: [
      {
        message: 'en.json description.short is longer than 80 characters',
        remedy: 'Change the text in catalogue/en/interface/teams.yaml.',
      },
    ],
  });
});

describe('the icons', () => {
  /** Width, height and colour type, as the first chunk of a PNG says. */
  const header = (png: Uint8Array) => {
    const bytes = Buffer.from(png);
    expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
    expect(bytes.toString('latin1', 12, 16)).toBe('IHDR');
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colour: bytes[25] };
  };
  const [solid, transparent] = [2, 6];

  test('have the sizes that Teams asks for, the outline on a transparent ground', () => {
    const { color, outline } = readIcons();
    expect(header(color)).toEqual({ width: 192, height: 192, colour: solid });
    expect(header(outline)).toEqual({ width: 32, height: 32, colour: transparent });
  });
});

/** Microsoft's published schemas, where they have been put beside the project. */
const published = fileURLToPath(new URL('../../../shared/data/teams', import.meta.url));
const isThere = existsSync(published);
if (!isThere)
  console.warn(`No published schemas in ${published}: skipped. Our own types are checked all the same.`);
const besideSchemas = isThere ? test : test.skip;

describe('the published schemas of 1.22', () => {
  /** They say draft 4, and use nothing that later drafts read otherwise. */
  const complaints = (schema: string, data: unknown) => {
    const { $schema: _, ...rules } = JSON.parse(readFileSync(join(published, `v1.22.${schema}`), 'utf8'));
    const formats = { uri: (text: string) => URL.canParse(text) };
    const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true, formats });
    const validate = ajv.compile(rules);
    return validate(data) ? [] : (validate.errors ?? []).map((it) => `${it.instancePath} ${it.message}`);
  };
  const manifestRules = 'MicrosoftTeams.schema.json';
  const languageRules = 'MicrosoftTeams.Localization.schema.json';

  besideSchemas('take the manifest, and refuse a spoilt one', () => {
    const { json } = opened(zip());
    const manifest = Manifest.parse(json('manifest.json'));
    expect(complaints(manifestRules, manifest)).toEqual([]);
    expect(complaints(manifestRules, { ...manifest, id: 'bourg-neuf' })).toEqual([
      expect.stringContaining('/id must match pattern'),
    ]);
    expect(complaints(manifestRules, { ...manifest, surprise: 1 })).toEqual([
      expect.stringContaining('additional properties'),
    ]);
  });

  besideSchemas('take the texts of every language, and refuse one that is too long', () => {
    const { json } = opened(zip());
    for (const language of phrases.languages)
      expect(complaints(languageRules, json(`${language}.json`))).toEqual([]);
    const wordy = { ...Localisation.parse(json('en.json')), 'name.short': 'x'.repeat(31) };
    expect(complaints(languageRules, wordy)).toEqual([expect.stringContaining('30 characters')]);
  });
});

describe('npm run teams-package', () => {
  const run = (env: Record<string, string>, ...args: readonly string[]) =>
    new Promise<{ code: number | string; out: string; err: string }>((resolve) => {
      const command = ['--disable-warning=ExperimentalWarning', 'src/tools/teams-package.ts', ...args];
      const options = { env: { PATH: process.env.PATH ?? '', ...env } };
      execFile(process.execPath, command, options, (error, out, err) =>
        resolve({ code: error?.code ?? 0, out, err }),
      );
    });

  test('writes the package and says what to do with it', async () => {
    const out = join(folder, 'ours.zip');
    const { code, out: said, err } = await run(settings, '--out', out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(said).toContain(out);
    expect(said).toContain('Upload new app');
    expect(opened(readFileSync(out)).manifest.id).toBe(appId);
  }, 60_000);

  test('refuses without an app id and an address, with what to do about each', async () => {
    const out = join(folder, 'none.zip');
    const { code, err } = await run({}, '--out', out);
    expect(code).toBe(1);
    expect(err).toMatch(/MicrosoftAppId is missing.*\n {2}→ Copy the application id/);
    expect(err).toMatch(/PUBLIC_URL is missing.*\n {2}→ Give the https address/);
    expect(err).not.toMatch(/\n\s+at /);
    expect(existsSync(out)).toBe(false);
  }, 60_000);

  test.each([
    [
      'an address that is not https',
      { ...bot, PUBLIC_URL: 'http://avenir.example' },
      /PUBLIC_URL is http:.*\n {2}→ Give/,
    ],
    [
      'half of the bot’s settings',
      { ...settings, MicrosoftAppTenantId: '' },
      /MicrosoftAppTenantId is missing/,
    ],
    [
      'an app id that is no GUID',
      { ...settings, MicrosoftAppId: 'bourg' },
      /MicrosoftAppId is no GUID\n {2}→/,
    ],
  ])('refuses %s', (_, env, said) => {
    const found = readFacts(env);
    if (!('problems' in found)) throw new Error('taken');
    expect(found.problems.map(({ message, remedy }) => `${message}\n  → ${remedy}`).join('\n')).toMatch(said);
  });

  test('says the right use for a wrong one, and where it cannot write', async () => {
    expect(await run(settings, '--of', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--out'),
    });
    const { code, err } = await run(settings, '--out', join(folder, 'nowhere', 'x.zip'));
    expect(code).toBe(1);
    expect(err).toMatch(/cannot be written \(ENOENT\)\n {2}→ /);
    expect(err).not.toMatch(/\n\s+at /);
  }, 60_000);
});
