import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { changeSettings } from '#application/consultation/change-settings.ts';
import { changeStage } from '#application/consultation/change-stage.ts';
import { createConsultation } from '#application/consultation/create-consultation.ts';
import { deleteDraft } from '#application/consultation/delete-draft.ts';
import { duplicateConsultation } from '#application/consultation/duplicate-consultation.ts';
import { removeLogo } from '#application/logo/remove-logo.ts';
import { setLogo } from '#application/logo/set-logo.ts';
import type { Application } from '#application/parts.ts';
import { restoreBackup } from '#store/files/backups/restore-backup.ts';
import { openStore } from '#store/files/open.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { jpeg, png } from '#test/domain/consultation/logo/pictures.ts';
import { withFolder } from '#test/store/folders.ts';
import { member, withApplication, written } from '../made.ts';

const facilitator = member('facilitator');
const code = 'decouverte';
const give = (application: Application, bytes: Uint8Array, to = code) =>
  setLogo(application, facilitator, { code: to, bytes });
const kept = ({ store }: Application, of = code) => store.load('logo', of);

test('a logo is given, replaced and taken away, and each is written down', () =>
  withApplication(async (application) => {
    expect(await give(application, png(40, 20))).toMatchObject({ outcome: 'done', logo: { width: 40 } });
    const first = await kept(application);
    expect(await give(application, jpeg())).toMatchObject({ outcome: 'done' });
    const second = await kept(application);
    expect([second?.type, second?.print === first?.print]).toEqual(['image/jpeg', false]);
    expect(Buffer.from(second?.data ?? '', 'base64')).toEqual(jpeg());
    const remove = () => removeLogo(application, facilitator, { code });
    expect([await remove(), await remove()]).toEqual([{ outcome: 'done' }, { outcome: 'unchanged' }]);
    expect(await kept(application)).toBeUndefined();
    expect(await written(application)).toEqual(
      ['logo-set', 'logo-set', 'logo-removed'].map((one) => [one, {}]),
    );
  }));

test('what is no logo changes nothing; nor does whoever may only read', () =>
  withApplication(async (application) => {
    await give(application, png(40, 20));
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await give(application, svg)).toEqual({ outcome: 'invalid', problem: { code: 'other-kind' } });
    const reader = member('reader');
    expect(await setLogo(application, reader, { code, bytes: jpeg() })).toEqual({ outcome: 'forbidden' });
    expect(await removeLogo(application, reader, { code })).toEqual({ outcome: 'forbidden' });
    expect(await give(application, jpeg(), 'ailleurs')).toEqual({ outcome: 'missing' });
    expect(await kept(application)).toMatchObject({ type: 'image/png' });
  }));

test('what was put away keeps its logo as it is', () =>
  withApplication(async (application) => {
    await give(application, png(40, 20));
    for (const change of ['close', 'archive'] as const)
      await changeStage(application, facilitator, { code, change });
    expect(await give(application, jpeg())).toEqual({ outcome: 'unfit' });
    expect(await removeLogo(application, facilitator, { code })).toEqual({ outcome: 'unfit' });
    expect(await kept(application)).toMatchObject({ type: 'image/png' });
  }));

test('it goes with a draft to another code and into a copy, and ends with it', () =>
  withApplication(async (application) => {
    const settings = {
      title: { fr: 'Essai', en: 'Trial' },
      territory: { fr: 'Ici', en: 'Here' },
      code: 'essai',
    };
    await createConsultation(application, facilitator, { model: code, settings, as: 'draft' });
    await give(application, png(40, 20), 'essai');
    await changeSettings(application, facilitator, { code: 'essai', settings: { code: 'tente' } });
    expect([await kept(application, 'essai'), await kept(application, 'tente')]).toEqual([
      undefined,
      expect.objectContaining({ id: 'tente', width: 40 }),
    ]);
    const title = (of: string) => `${of} (copie)`;
    const copy = await duplicateConsultation(application, facilitator, { code: 'tente', title });
    const id = 'consultation' in copy ? copy.consultation.id : '';
    expect(await kept(application, id)).toMatchObject({ id, width: 40 });
    await deleteDraft(application, facilitator, { code: 'tente' });
    expect([await kept(application, 'tente'), await kept(application, id)]).toEqual([
      undefined,
      expect.anything(),
    ]);
  }));

test('it survives a start, a backup and a restoration', () =>
  withFolder(async (dir) => {
    const [home, other] = [join(dir, 'home'), join(dir, 'other')];
    const store = await openStore(home);
    await writeFile(join(home, 'keys.json'), '{}');
    await store.save('consultation', newConsultation({ version: 0 }));
    const audit = { write: async () => undefined, read: async () => [] };
    const inTurn = <T>(_: string, change: () => Promise<T>) => change();
    const set = await setLogo({ store, audit, inTurn }, facilitator, { code, bytes: png(600, 200) });
    const logo = await store.load('logo', code);
    expect(set).toMatchObject({ outcome: 'done', logo: { print: logo?.print } });
    const { path } = await store.backup(1);
    await store.close();
    await restoreBackup(path, other);
    for (const one of [home, other]) {
      const again = await openStore(one);
      expect(await again.load('logo', code)).toEqual(logo);
      await again.close();
    }
  }));
