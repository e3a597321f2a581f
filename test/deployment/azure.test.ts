import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '#src/config.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../deployment/azure/${name}`, import.meta.url), 'utf8');
const template = read('main.bicep');
const values = read('main.bicepparam');

/** Every declaration of a kind at the start of a line: what stands after it on the line, and the lines before it that decorate it. */
function declared(kind: 'param' | 'var' | 'resource' | 'output') {
  return [
    ...template.matchAll(new RegExp(`^((?:@.*\\n(?:  .*\\n|\\]\\)\\n)*)*)${kind} (\\w+) (.*)$`, 'gm')),
  ].map(([, decorators = '', name = '', rest = '']) => ({ decorators, name, rest }));
}

/** From a resource's first line to its closing brace. */
const bodyOf = (name: string) => new RegExp(`^resource ${name} [\\s\\S]*?^}`, 'm').exec(template)?.[0] ?? '';

describe('the parameters', () => {
  const parameters = declared('param');

  test('are those of the runbook', () => {
    expect(parameters.map(({ name }) => name)).toEqual([
      'appType',
      'appId',
      'tenantId',
      'botName',
      'displayName',
      'publicUrl',
      'sku',
      'secretKeys',
      'identityLocation',
    ]);
    expect(template.match(/^param /gm)).toHaveLength(parameters.length);
  });

  test.each(parameters)('$name is described and used', ({ decorators, name }) => {
    expect(decorators).toMatch(/^@description\('[A-Z][^']{15,}\.'\)$/m);
    const code = template.replace(/^(param|@|\/\/).*$/gm, '');
    expect(code).toMatch(new RegExp(`\\b${name}\\b(?!:)`));
  });

  test('leave no choice that the program or Azure does not know', () => {
    const choices = (name: string) =>
      parameters.find((one) => one.name === name)?.decorators.match(/(?<=^ {2}').+(?='$)/gm);
    expect(choices('appType')).toEqual(['SingleTenant', 'UserAssignedMSI']);
    expect(choices('sku')).toEqual(['F0', 'S1']);
  });

  test('of the sample exist, and none that must be given is missing', () => {
    const given = [...values.matchAll(/^param (\w+) = (.+)$/gm)].map(([, name = '', value = '']) => ({
      name,
      value,
    }));
    const known = parameters.map(({ name }) => name);
    expect(values).toMatch(/^using '.\/main.bicep'$/m);
    expect(given.filter(({ name }) => !known.includes(name))).toEqual([]);
    const required = parameters.filter(({ rest }) => !rest.includes('=')).map(({ name }) => name);
    expect(required).toEqual(['botName', 'publicUrl']);
    expect(given.map(({ name }) => name)).toEqual(expect.arrayContaining(required));
    for (const { name, value } of given) {
      const type = parameters.find((one) => one.name === name)?.rest.split(' ')[0];
      expect({ name, value }).toEqual({
        name,
        value: expect.stringMatching(type === 'bool' ? /^true$|^false$/ : /^'.+'$/),
      });
    }
  });
});

describe('the resources', () => {
  const botService = 'Microsoft.BotService/botServices';
  test('are a bot, its identity where wanted, and three channels', () => {
    expect(declared('resource').map(({ name, rest }) => [name, rest])).toEqual([
      ['identity', `'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = if (managed) {`],
      ['bot', `'${botService}@2022-09-15' = {`],
      ['teams', `'${botService}/channels@2022-09-15' = {`],
      ['directLine', `'${botService}/channels@2022-09-15' = {`],
      ['webChat', `'${botService}/channels@2022-09-15' = {`],
    ]);
  });

  test.each([
    ['teams', 'MsTeamsChannel'],
    ['directLine', 'DirectLineChannel'],
    ['webChat', 'WebChatChannel'],
  ])('%s belongs to the bot and says twice that it is a %s', (name, channel) => {
    const body = bodyOf(name);
    expect(body).toContain('  parent: bot\n');
    expect(body).toContain(`  name: '${channel}'\n`);
    expect(body).toContain(`    channelName: '${channel}'\n`);
    expect(body).toContain("  location: 'global'\n");
    expect(body).toContain('isEnabled: true\n');
  });

  test('the bot is reached at the public address, under the identity that was chosen', () => {
    const body = bodyOf('bot');
    expect(template).toMatch(/^var messages = '\$\{base\}\/api\/messages'$/m);
    for (const property of [
      'endpoint: messages',
      'msaAppType: appType',
      'msaAppId: botAppId',
      'msaAppTenantId: botTenantId',
      'msaAppMSIResourceId: managed ? identity!.id : null',
      'disableLocalAuth: !secretKeys',
    ])
      expect(body).toContain(`    ${property}\n`);
  });

  test('a site of Direct Line is open to pages of the public address alone, in its third version', () => {
    const body = bodyOf('directLine');
    expect(body).toMatch(/isSecureSiteEnabled: true\n +trustedOrigins: \[\n +origin\n +\]/);
    expect(body).toContain('isV1Enabled: false\n');
    expect(body).toContain('isV3Enabled: true\n');
  });

  test('braces and brackets close in order', () => {
    const open: string[] = [];
    for (const sign of template.replace(/'[^'\n]*'|\/\/.*$/gm, '').replace(/[^()[\]{}]/g, '')) {
      if ('([{'.includes(sign)) open.push(sign);
      else expect(`${open.pop()}${sign}`).toMatch(/^(\(\)|\[\]|\{\})$/);
    }
    expect(open).toEqual([]);
  });
});

describe('the outputs', () => {
  const outputs = declared('output');
  const lines = template.match(/(?<=^ {4}')MicrosoftApp\w+=.*(?='$)/gm) ?? [];
  const filled = (appType: string) => (line: string) => {
    const [name = '', value = ''] = line.split('=');
    const values = {
      appType,
      botAppId: '6f1d8b1e-3a56-4a6c-9d52-0c6b2f7f1a11',
      botTenantId: '0a9c7c8e-1c1b-4f43-8a8e-2f5d2c3b4a5d',
    };
    return [name, value.replace(/^\$\{(\w+)\}$/, (_whole, key: keyof typeof values) => values[key])];
  };

  test('are described', () => {
    expect(outputs.map(({ name }) => name)).toEqual(['settings', 'endpoint', 'identityId']);
    for (const { decorators } of outputs) expect(decorators).toMatch(/^@description\('.{20,}'\)$/m);
  });

  test('hold no secret: nothing in the template reads or takes one', () => {
    expect(template).not.toMatch(/@secure|\blist\w*\(|\.key2?\b|extensionKey/);
    for (const { name } of outputs) expect(name).not.toMatch(/secret|password|key/i);
    expect(lines).toContain('MicrosoftAppPassword=');
  });

  test('name the settings that a bot of a single tenant starts with, once its secret is filled in', () => {
    const env = Object.fromEntries(lines.map(filled('SingleTenant')));
    expect(readConfig(env)).toMatchObject({ problems: [{ name: 'MicrosoftAppPassword' }] });
    expect(readConfig({ ...env, MicrosoftAppPassword: 'drawn' })).toMatchObject({
      config: {
        bot: { kind: 'single-tenant', appId: env.MicrosoftAppId, tenantId: env.MicrosoftAppTenantId },
      },
    });
  });

  test('name those that a managed identity starts with, without a secret', () => {
    expect(template).toMatch(/managed \? \[\] : \[\n +'MicrosoftAppPassword='\n +\]/);
    const env = Object.fromEntries(
      lines.filter((line) => !line.startsWith('MicrosoftAppPassword')).map(filled('UserAssignedMSI')),
    );
    expect(readConfig(env)).toMatchObject({ config: { bot: { kind: 'managed-identity' } } });
  });
});

describe('the runbook', () => {
  const english = read('README.md');
  const french = read('LISEZMOI.md');
  const blocksOf = (text: string) =>
    [...text.matchAll(/^ *```\n([\s\S]*?)^ *```$/gm)].map(([, block = '']) => block);

  test.each([
    ['English', english, '**You should see**'],
    ['French', french, '**Vous devez voir**'],
  ])('has ten steps in %s, and each says what one should see', (_language, text, seen) => {
    const steps = text.split(/^## /m).filter((part) => /^\d+\. /.test(part));
    expect(steps.map((step) => Number.parseInt(step, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const step of steps) expect(step).toContain(seen);
  });

  test('gives the same commands in both languages, and the same sections', () => {
    expect(blocksOf(french)).toEqual(blocksOf(english));
    expect(french.match(/^## /gm)).toEqual(english.match(/^## /gm));
  });

  test('names npm scripts, files and outputs that there are', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    for (const [, script = ''] of english.matchAll(/npm run ([\w-]+)/g))
      expect(scripts).toHaveProperty([script]);
    for (const [, output = ''] of english.matchAll(/properties\.outputs\.(\w+)/g))
      expect(declared('output').map(({ name }) => name)).toContain(output);
    for (const text of [english, french])
      for (const [, link = ''] of text.matchAll(/\]\((?!https:)([^)]+)\)/g)) expect(read(link)).not.toBe('');
  });

  test('names facilitators in a way that the program takes', () => {
    const [, FACILITATORS = ''] = /^FACILITATORS=(.+)$/m.exec(english) ?? [];
    expect(readConfig({ FACILITATORS })).toMatchObject({ config: { facilitators: FACILITATORS.split(',') } });
  });

  test('holds the French marks to the word before them', () => {
    const prose = french.replace(/^ *```\n[\s\S]*?^ *```$|`[^`]*`/gm, '');
    expect(prose.match(/.{0,20} [;:!?»]|« .{0,20}/g)).toBeNull();
    expect(prose).toMatch(/\u00a0:/);
  });
});
