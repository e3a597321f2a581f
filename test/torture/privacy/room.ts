import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LiveSession } from '#domain/room/live-session.ts';
import { LiveVote } from '#domain/room/live-vote.ts';
import type { Member } from '#test/http/admin/member.ts';
import { phoneIn } from '#test/http/room/phone.ts';
import { labels, press } from '#test/http/room/screen.ts';
import { mark, type Somebody } from './somebody.ts';

/** What rooms decide, and who is to do it: it goes with the answers of the consultation. */
export const decided = `${mark}decision-`;

const phones = 12;
let nth = 0;

/** A room that votes, with a backup made meanwhile: its secret and its votes; `erase` ends it. */
export async function voted(url: string, owner: Member, backUp: () => Promise<string>): Promise<Somebody> {
  nth += 1;
  await press(owner, 'begin');
  await press(owner, 'ask', { question: `On y va, fois ${nth} ?`, ...labels });
  await press(owner, 'open', { secondes: '0' });
  for (let i = 0; i < phones; i++) await (await phoneIn(url)).tap(i < 6 ? 2 : -1);
  await press(owner, 'note', { note: decided, who: decided });
  const backup = await backUp();
  const session = (await kept(backup, 'live-session', LiveSession)).find(
    ({ endedAt }) => endedAt === undefined,
  );
  const votes = (await kept(backup, 'live-vote', LiveVote)).filter((vote) => vote.session === session?.id);
  if (session?.secret === undefined || votes.length !== phones)
    throw new Error(`Of a session in the room a backup holds ${votes.length} votes`);
  return {
    canaries: new Set([session.secret, ...votes.map(({ id }) => id)]),
    async erase() {
      await press(owner, 'end');
    },
  };
}

/** The records of a kind in a backup. */
async function kept<T>(
  backup: string,
  kind: string,
  form: { parse(record: unknown): T },
): Promise<readonly T[]> {
  const folder = join(backup, kind);
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    files
      .filter((one) => one.isFile())
      .map(async (one) =>
        form.parse(JSON.parse(await readFile(join(one.parentPath, one.name), 'utf8')).record),
      ),
  );
}

export const sealedWord = `${mark}scelle-`;

/** A form whose session had ended is kept, and nobody reads it on the disk. */
export async function keptForm(url: string, owner: Member): Promise<void> {
  const body = new URLSearchParams({
    jeton: await owner.token(),
    number: '7',
    'remark-mobility': `${sealedWord}remarque`,
  });
  const answer = await fetch(`${url}/animation/c/decouverte/papier/saisie`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
    body: body.toString(),
  });
  if (!answer.headers.getSetCookie().some((one) => one.startsWith('retour=f')))
    throw new Error(`The form of a session that ended is not kept: ${answer.status}`);
}
