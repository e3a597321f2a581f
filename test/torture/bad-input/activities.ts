import type { Rng } from '#src/tools/simulate/rng.ts';
import { createRng } from '#src/tools/simulate/rng.ts';
import { activity, bring } from '#test/http/app/cloud-person.ts';
import { begin, type Person } from '#test/http/app/person.ts';
import { filled } from '#test/http/app/robot.ts';
import type { Torture } from '../part.ts';
import { oddText, spoil } from './odd.ts';

/** People who send activities and card values that no client of ours would, through both channels; the statuses that came. */
export async function oddActivities(
  { of, figure, wrong }: Torture,
  url: string,
  names: readonly string[],
): Promise<void> {
  const rng = createRng('activities');
  const [people, each] = [of(20), of(100, 10)];
  let sent = 0;
  const look = (status: number, what: unknown, declared?: number) => {
    sent += 1;
    if (status >= 500 && status !== declared)
      wrong(`${status} to the activity ${JSON.stringify(what)?.slice(0, 300)}`);
  };
  await Promise.all(
    Array.from({ length: people }, async (_, nth) => {
      const person = await begin(url, rng.pick(['mobility', 'health', 'commerce']));
      for (let i = 0; i < each; i++) {
        const direct = oddActivity(rng, person, names);
        look((await person.ask('POST', '/activities', direct)).status, direct);
        if (i % 10 === 0) await person.read();
        const cloud = spoil(rng, activity(`odd-${nth}-${i}`, `odd-${nth % 7}`, said(rng, person)), names);
        if (typeof cloud === 'object' && cloud !== null)
          look((await bring(url, cloud)).status, cloud, unsaid);
      }
    }),
  );
  figure('odd activities and card values', sent);
}

/** To a channel that cannot be reached, as that of these people may be. */
const unsaid = 502;

/** Something said or pressed, whole at first, then spoiled. */
function oddActivity(rng: Rng, person: Person, names: readonly string[]): unknown {
  const whole = { type: 'message', channelData: { clientActivityID: `${rng.next()}` }, ...said(rng, person) };
  return rng.chance(0.3) ? whole : spoil(rng, whole, names);
}

function said(rng: Rng, { card }: Person): object {
  const action = rng.pick(card?.actions ?? []);
  if (rng.chance(0.4) || action === undefined) return { text: oddText(rng) };
  return {
    value: spoil(rng, { ...filled(card?.inputs ?? []), ...action.data }, [
      'act',
      'question',
      'value',
      'stance',
    ]),
  };
}
