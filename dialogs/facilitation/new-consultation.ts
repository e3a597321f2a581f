import { DomainId } from '#domain/catalogue/domains.ts';
import { codeOf } from '#domain/consultation/code-of.ts';
import { bounds, type Consultation } from '#domain/consultation/consultation.ts';
import { dayOf, nextDay, startOfDay } from '#domain/consultation/local-day.ts';
import type { FormProblem } from '#domain/conversation/codes.ts';
import { oneLine } from '#domain/conversation/one-line.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { chosen, type Submit } from '#domain/conversation/submit.ts';
import { notice } from '../turn.ts';
import type { Decision, World } from '../world.ts';

type Sent = Extract<Submit, { act: 'create' }>;

/** The form as it is first shown. */
export function emptyForm(world: World): Reply {
  const { consultation, catalogue, now } = world;
  const given = {
    domains: catalogue.domains.map(({ id }) => id).join(','),
    opens: dayOf(now),
    language: consultation.language,
    minGroup: `${consultation.minGroup}`,
  };
  return form(world.newMark(), given, []);
}

/** A new consultation, or the form again with what is wrong. Sent twice, the same form makes the same consultation. */
export function createConsultation(sent: Sent, world: World): Decision {
  if (!world.creates) return { replies: [notice('not-for-you')] };
  const said = texts(sent);
  const when = calendar(sent, world);
  const picked = choices(sent, world);
  const problems = [...said.problems, ...when.problems, ...picked.problems];
  if (problems.length > 0) return { replies: [form(sent.code, givenIn(sent), problems)] };
  const { catalogue, consultation } = world;
  const made: Consultation = {
    schema: 1,
    id: codeOf(said.title, sent.code),
    version: 0,
    catalogue: catalogue.edition,
    title: { [picked.language]: said.title },
    territory: { [picked.language]: said.territory },
    controller: consultation.controller,
    language: picked.language,
    domains: picked.domains,
    retentionMonths: consultation.retentionMonths,
    opensAt: when.opensAt,
    ...(when.closesAt !== undefined && { closesAt: when.closesAt }),
    closed: false,
    minGroup: picked.minGroup,
  };
  return { replies: [], effect: { create: made } };
}

function texts({ title = '', territory = '' }: Sent) {
  const read = { title: line(title), territory: line(territory) };
  const isWrong = (text: string) => text.length < 2 || text.length > bounds.title;
  const problems: FormProblem[] = [
    ...(isWrong(read.title) ? (['title'] as const) : []),
    ...(isWrong(read.territory) ? (['territory'] as const) : []),
  ];
  return { ...read, problems };
}

/** It opens at the beginning of a day and closes at the end of one. */
function calendar({ opens = '', closes = '' }: Sent, { now }: World) {
  const today = dayOf(now);
  const begins = opens === '' || opens === today ? now : startOfDay(opens);
  const ends = closes === '' || startOfDay(closes) === undefined ? undefined : startOfDay(nextDay(closes));
  const problems: FormProblem[] = [];
  if (begins === undefined || (closes !== '' && ends === undefined)) problems.push('date');
  else if (ends !== undefined && ends <= now) problems.push('past');
  else if (ends !== undefined && ends <= begins) problems.push('order');
  return { opensAt: begins ?? now, closesAt: ends, problems };
}

function choices({ domains = '', language = '', minGroup = '' }: Sent, { catalogue }: World) {
  const wanted = new Set(chosen(domains));
  const known = catalogue.domains.flatMap(({ id }) => (wanted.has(id) ? [DomainId.parse(id)] : []));
  const smallest = Number(minGroup);
  const problems: FormProblem[] = [
    ...(known.length === 0 ? (['domains'] as const) : []),
    ...(catalogue.languages.includes(language) ? [] : (['language'] as const)),
    ...(Number.isInteger(smallest) && smallest >= bounds.least && smallest <= bounds.most
      ? []
      : (['min-group'] as const)),
  ];
  return { domains: known, language, minGroup: smallest, problems };
}

const form = (code: string, given: Readonly<Record<string, string>>, problems: FormProblem[]): Reply => ({
  label: 'facilitation',
  of: 'form',
  code,
  given: { ...given },
  problems,
});

function givenIn({ title, territory, domains, opens, closes, language, minGroup }: Sent) {
  const given = { title, territory, domains, opens, closes, language, minGroup };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Cut where it is too long already. */
const line = (text: string): string => oneLine(text).slice(0, bounds.title + 1);
