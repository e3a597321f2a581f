import { describe, expect, test } from '@jest/globals';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { chatPage } from '#web/public/chat/chat-page.ts';
import { newConsultation } from '../conversations/world.ts';

const loaded = loadPhrases('catalogue');
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
const { phrases } = loaded;
const addresses = {
  ...{ base: '', script: '/s.js', style: '/s.css', catalogueStyle: '', resultsStyle: '' },
  ...{
    entryScript: '',
    adminScript: '',
    adminStyle: '',
    projectionStyle: '',
    teamsScript: '',
    teamsStyle: '',
    roomScript: '',
    roomStyle: '',
    tableScript: '',
    tableStyle: '',
    icon: '/i.svg',
    icons: [],
  },
};
const nothing = { text: '', source: '' };
const assets = { addresses, within: { style: nothing, opening: nothing } };
const page = (language: string, offers?: string[]) =>
  chatPage({
    ...phrases,
    ...{ language, assets, facilitator: false, publicUrl: 'https://ville.example' },
    consultation: newConsultation(offers && { offers }),
  });

describe('the chat page', () => {
  test('in Arabic is written from right to left, and says so', () => {
    expect(page('ar', ['ar'])).toContain('<html lang="ar" dir="rtl">');
    expect(page('ar', ['ar'])).toContain('"direction":"rtl"');
  });

  test('in easy French names its language as browsers know it', () => {
    expect(page('fr-falc')).toContain('<html lang="fr-simple">');
    expect(page('fr')).toContain('<html lang="fr">');
    // The conversation is asked for by the language's own name.
    expect(page('fr-falc')).toContain('data-language="fr-falc"');
  });

  test('brings the words of the languages that are offered, and of no other', () => {
    expect(page('fr')).toContain('"fr-falc":');
    expect(page('fr')).not.toContain('"ar":');
    expect(page('fr', [])).not.toContain('"fr-falc":');
  });
});
