import { randomUUID } from 'node:crypto';
import { entering, type Member, member } from '#test/http/admin/member.ts';
import type { Receiver } from '#test/http/api/hooks/receiver.ts';
import type { Torture } from '../part.ts';
import type { Installation } from './installation.ts';

/** So many simultaneous tries, spread over the nodes. */
const tries = 20;

/** An owner who entered by the link that the first node printed. */
export async function entered(_: Torture, { nodes, url }: Installation): Promise<Member> {
  const { cookie } = await entering(nodes[0]?.spaceLink ?? '');
  return member(url, cookie);
}

/** Another program hears of what happens once, whichever nodes were at it. */
export async function signalled(owner: Member, { url }: Receiver): Promise<void> {
  const signals = ['consultation.closed', 'participation.milestone', 'result.released'];
  const here = '/animation/acces';
  const made = await owner.post(`${here}/signaux`, { address: `${url}/${randomUUID()}`, signals }, here);
  if (made.status !== 200) throw new Error(`No address is told: ${made.status}`);
}

/** A one-time link opens once over all nodes. */
export async function linkOnce(
  { figure, wrong }: Torture,
  { nodes, addresses }: Installation,
): Promise<void> {
  const link = new URL(nodes[1]?.spaceLink ?? '');
  const opened = await Promise.all(
    Array.from({ length: tries }, async (_, nth) => {
      const answer = await fetch(`${addresses[nth % addresses.length]}${link.pathname}`, {
        ...{ method: 'POST', redirect: 'manual' },
      });
      await answer.arrayBuffer();
      return answer.status;
    }),
  );
  const times = opened.filter((status) => status === 303).length;
  figure('a one-time link opened by 20 at once over three nodes, times', times);
  if (times !== 1 || opened.some((status) => ![303, 410].includes(status)))
    wrong(`A one-time link answered ${opened}`);
}

/** At most so many tokens at once for an address, and so many each second from then on (`defaultRate`). */
const [burst, perSecond] = [200, 2];

/** An address may ask for no more tokens by asking several nodes. */
export async function rateOnce({ figure, wrong }: Torture, { addresses }: Installation): Promise<void> {
  const began = performance.now();
  const statuses = await Promise.all(
    Array.from({ length: burst + 40 }, async (_, nth) => {
      const answer = await fetch(`${addresses[nth % addresses.length]}/v3/directline/tokens/generate`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({ consultation: 'decouverte' }),
      });
      await answer.arrayBuffer();
      return answer.status;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const granted = statuses.filter((status) => status === 200).length;
  figure(`tokens granted of ${statuses.length} asked for at once over three nodes`, granted);
  if (granted < burst || granted > burst + Math.ceil(seconds * perSecond))
    wrong(`${granted} tokens were granted within ${seconds.toFixed(1)} s`);
  const odd = statuses.filter((status) => ![200, 429].includes(status));
  if (odd.length > 0) wrong(`${odd.length} askers of tokens were answered ${[...new Set(odd)]}`);
}
