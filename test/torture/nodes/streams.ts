import type { Member } from '#test/http/admin/member.ts';
import { begin } from '#test/http/app/person.ts';
import { until } from '#test/http/teams/until.ts';
import type { Torture } from '../part.ts';
import type { Installation } from './installation.ts';

/** What is told by server-sent events. */
const streams = {
  'a live page': '/animation/c/decouverte/suivi/flux?vu=x',
  'a screen that is projected': '/animation/c/decouverte/salle/flux?lang=fr',
} as const;

/** How soon what is shown on one node is to know what another one took, in milliseconds. */
const soon = 2_000;
/** After so long without a word, nothing more is to be told. */
const quiet = 1_500;

/** What was answered on one node is drawn on another. */
export async function livePages(
  { of, figure, wrong }: Torture,
  its: Installation,
  owner: Member,
): Promise<void> {
  const [here = '', there = ''] = its.addresses;
  const isWhole = of(1_000, 0) >= 1_000;
  const leaving = new AbortController();
  const watched = await Promise.all(
    Object.entries(streams).map(async ([what, path]) => {
      const heard = await listening(`${there}${path}`, owner, leaving.signal);
      return { what, heard, took: [] as number[] };
    }),
  );
  for (let nth = 0; nth < of(20, 2); nth += 1) {
    const marks = watched.map(({ heard }) => heard.events);
    await begin(here);
    const began = performance.now();
    await until(() => watched.every(({ heard }, i) => heard.events > (marks[i] ?? 0)));
    // What is told last is what they did last: both tell once a second at most.
    await until(() => watched.every(({ heard }) => performance.now() - heard.at > quiet));
    for (const { heard, took } of watched) took.push(Math.max(0, heard.at - began));
  }
  leaving.abort();
  for (const { what, took } of watched) {
    const longest = Math.round(Math.max(...took));
    figure(`${what} follows what another node took, longest of so many, ms`, `${longest} of ${took.length}`);
    if (longest > soon * (isWhole ? 1 : 5)) wrong(`${what} followed after ${longest} ms`);
  }
}

/** Counts the events of a stream, and notes when the last one came. */
async function listening(url: string, { cookie }: Member, signal: AbortSignal) {
  const heard = { events: 0, at: performance.now() };
  const { body, status } = await fetch(url, { headers: { cookie }, signal });
  if (status !== 200 || body === null) throw new Error(`${url} answers ${status}`);
  void (async () => {
    for await (const chunk of body) {
      // A word that keeps the line is no event.
      if (!Buffer.from(chunk).includes('data:')) continue;
      heard.events += 1;
      heard.at = performance.now();
    }
  })().catch(() => undefined);
  await until(() => heard.events > 0);
  return heard;
}
