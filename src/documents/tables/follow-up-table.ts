import { toldFollowUps } from '#wording/results/follow-up.ts';
import type { Wording } from '#wording/wording.ts';
import { type Table, tableOf } from './table.ts';

/** One row an answer on what was done with the result, each thing together, what holds now first. */
export function followUpTable(wording: Wording): Table {
  const { consultation, say } = wording;
  const written = new Map((consultation.followUps ?? []).map((one) => [one.id, one]));
  const rows = toldFollowUps(wording).flatMap(({ trajectory, title, latest, earlier }) =>
    [latest, ...earlier].map(({ id, state, why }) => {
      const one = written.get(id);
      return {
        consultation: consultation.id,
        'trajectory-id': trajectory,
        trajectory: trajectory === undefined ? undefined : title,
        'state-id': state,
        state: say(`follow-up.state.${state}`),
        why,
        charge: one?.charge,
        'written-at': one?.at,
        'corrected-at': one?.correctedAt,
      };
    }),
  );
  return tableOf(
    say('follow-up.title'),
    [
      ['consultation', 'id'],
      ['trajectory-id', 'id'],
      ['trajectory', 'title'],
      ['state-id', 'id'],
      ['state', 'title'],
      ['why', 'text'],
      ['charge', 'title'],
      ['written-at', 'id'],
      ['corrected-at', 'id'],
    ],
    rows,
    wording,
  );
}
