import { DomainId } from '#domain/catalogue/domains.ts';
import { codeOf } from '#domain/consultation/code-of.ts';
import { newDraft } from '#domain/consultation/life-cycle.ts';
import { dayOf } from '#domain/consultation/local-day.ts';
import { applySettings } from '#domain/consultation/settings/apply-settings.ts';
import type { SettingProblem } from '#domain/consultation/settings/settings.ts';
import { type FormProblem, formProblems } from '#domain/conversation/codes.ts';
import { oneLine } from '#domain/conversation/one-line.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Submit } from '#domain/conversation/submit.ts';
import { chosen } from '../answers/chosen.ts';
import { notice } from '../turn.ts';
import type { Decision, NewConsultation, World } from '../world.ts';

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
export function create(sent: Sent, world: World): Decision {
  if (!world.creates) return { replies: [notice('not-for-you')] };
  const create = settingsIn(sent, world);
  const { catalogue, consultation, now } = world;
  // In a chat the content is that of the consultation at hand, and nobody writes another information.
  const context = { catalogues: [catalogue] as const, now, usualInformation: () => '' };
  const applied = applySettings(newDraft(consultation, now), create, context);
  if (!('problems' in applied)) return { replies: [], effect: { create } };
  const found = applied.problems.map(problemOf);
  const problems = formProblems.filter((one) => found.includes(one));
  return { replies: [form(sent.code, givenIn(sent), problems)] };
}

/** What the form says, in the languages of the consultation at hand; whatever language a person speaks, the names are those that were written. */
function settingsIn(sent: Sent, { catalogue, now }: World): NewConsultation {
  const { title = '', territory = '', opens = '', closes = '', language = '' } = sent;
  const wanted = new Set(chosen(sent.domains ?? ''));
  const inAll = (text: string) => Object.fromEntries(catalogue.languages.map((one) => [one, oneLine(text)]));
  return {
    code: codeOf(oneLine(title), sent.code),
    title: inAll(title),
    territory: inAll(territory),
    languages: [...catalogue.languages],
    language,
    domains: catalogue.domains.flatMap(({ id }) => (wanted.has(id) ? [DomainId.parse(id)] : [])),
    opens: opens === '' || opens === dayOf(now) ? null : opens,
    closes: closes || null,
    minGroup: Number(sent.minGroup || Number.NaN),
  };
}

/** As the form says it; nothing: it has no field for it. */
function problemOf({ setting, code }: SettingProblem): FormProblem | undefined {
  switch (setting) {
    case 'title':
    case 'territory':
    case 'domains':
    case 'language':
      return setting;
    case 'minGroup':
      return 'min-group';
    case 'opens':
    case 'closes':
      return code === 'past' || code === 'order' ? code : 'date';
    default:
      return undefined;
  }
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
