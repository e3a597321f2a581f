import { expect, test } from '@jest/globals';
import { entering, readable } from '../admin/member.ts';
import { having, town } from '../admin/town.ts';
import { removeFolder, running } from '../app/running.ts';
import { until } from '../teams/until.ts';
import { letterBox } from './letter-box.ts';

const longAgo = new Date(Date.now() - 120 * 86_400_000).toISOString();
const dayAfter = new Date(Date.parse(longAgo) + 86_400_000).toISOString();
const over = { closed: true, closedAt: longAgo, retentionMonths: 24 } as const;

test('a start writes to whoever holds a consultation that is over for three months and told people nothing, once', async () => {
  const box = await letterBox();
  const settings = { SMTP_URL: box.url, MAIL_FROM: 'consultation@ville.example' };
  const dir = await town(async (store) => {
    await having('voisins', over)(store);
    await having('atelier', { ...over, toldAt: dayAfter })(store);
  });
  let app = await running(dir, settings);
  try {
    await until(() => box.letters.length > 0 || undefined);
    await app.stop();
    app = await running(dir, settings);
    const owner = await entering(app.spaceLink);
    const journal = readable((await owner.get('/animation/journal')).text);
    expect(journal.match(/A rappelé de dire ce qui a été fait/g)).toHaveLength(1);
    expect(box.letters).toMatchObject([
      { to: 'contact@example.org', subject: expect.stringContaining('Dire_ce_qui') },
    ]);
    const text = (box.letters[0]?.text ?? '').replaceAll(/\s/g, ' ');
    expect(text).toContain('est close depuis trois mois');
    expect(text).toMatch(/http\S+\/animation\/c\/voisins\/suites /);
  } finally {
    await app.stop();
    await box.close();
    await removeFolder(dir);
  }
}, 60_000);
