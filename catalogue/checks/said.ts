import { fold } from '#domain/conversation/fold.ts';
import type { Path, YamlSheet } from '../files/sheet.ts';
import type { Outline } from '../outline.ts';
import type { CatalogueProblem, Why } from '../problem.ts';
import type { CommonWording, DomainWording } from '../wording.ts';

type Said = Readonly<Record<string, readonly string[]>>;

/** Checks what people say for the options of a domain's questions: each for an option that is there, none for two. */
export function checkDomainSaid(
  sheet: YamlSheet,
  { questions }: Outline,
  wording: DomainWording,
): CatalogueProblem[] {
  return Object.entries(wording.questions).flatMap(([id, { said, options, points }]) => {
    if (said === undefined) return [];
    const path = ['questions', id, 'said'];
    const question = questions.find((one) => one?.id === id);
    if (question === undefined) return [];
    const titles = options ?? pointsById(points ?? []);
    return [
      ...checkKnown(sheet, said, Object.keys(titles), path),
      ...checkClashes(sheet, said, titles, path),
    ];
  });
}

/** The same for roles and kinds of territory, which one reply may name together, and for stances. */
export function checkCommonSaid(sheet: YamlSheet, { said, ...text }: CommonWording): CatalogueProblem[] {
  const { roles = {}, territories = {}, stances = {} } = said ?? {};
  const known = (list: Said, of: Readonly<Record<string, string>>, key: string) =>
    checkKnown(sheet, list, Object.keys(of), ['said', key]);
  const people = { ...tagged('roles', roles), ...tagged('territories', territories) };
  const titles = { ...tagged('roles', text.roles), ...tagged('territories', text.territories) };
  return [
    ...known(roles, text.roles, 'roles'),
    ...known(territories, text.territories, 'territories'),
    ...clashes(people, titles).map(({ id, index, ...fault }) => {
      const [part = '', name = ''] = id.split('/');
      return sheet.problem(['said', part, name, index], fault.message, fault.remedy, fault.why);
    }),
    ...checkClashes(sheet, stances, text.stances, ['said', 'stances']),
  ];
}

interface Worded {
  readonly domain: string;
  readonly sheet: YamlSheet;
  readonly value: DomainWording | undefined;
}

/** The same for the names of domains, among which people choose. */
export function checkDomainsSaid(wordings: readonly Worded[]): CatalogueProblem[] {
  const said = Object.fromEntries(wordings.map(({ domain, value }) => [domain, value?.said ?? []]));
  const titles = Object.fromEntries(wordings.map(({ domain, value }) => [domain, value?.title ?? '']));
  return clashes(said, titles).flatMap(({ id, index, message, remedy, why }) => {
    const sheet = wordings.find(({ domain }) => domain === id)?.sheet;
    return sheet === undefined ? [] : [sheet.problem(['said', index], message, remedy, why)];
  });
}

const pointsById = (points: readonly string[]): Record<string, string> =>
  Object.fromEntries(points.map((point, i) => [`${i + 1}`, point]));

const tagged = <T>(part: string, list: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(list).map(([id, value]) => [`${part}/${id}`, value]));

function checkKnown(sheet: YamlSheet, said: Said, known: readonly string[], path: Path): CatalogueProblem[] {
  return Object.keys(said)
    .filter((id) => !known.includes(id))
    .map((id) =>
      sheet.problem([...path, id], `“${id}” is no answer here`, `Choose among: ${known.join(', ')}.`, {
        code: 'not-listed',
        values: { value: id, known: known.join(', ') },
      }),
    );
}

const checkClashes = (
  sheet: YamlSheet,
  said: Said,
  titles: Readonly<Record<string, string>>,
  path: Path,
): CatalogueProblem[] =>
  clashes(said, titles).map(({ id, index, message, remedy, why }) =>
    sheet.problem([...path, id, index], message, remedy, why),
  );

interface Clash {
  readonly id: string;
  readonly index: number;
  readonly message: string;
  readonly remedy: string;
  readonly why: Why;
}

/** A phrase may be said for one answer only, unless each of them marks it as unsure; nor may it be another's title. */
function clashes(said: Said, titles: Readonly<Record<string, string>>): Clash[] {
  const owners = new Map<string, { id: string; sure: boolean }>(
    Object.entries(titles).map(([id, title]) => [fold(title), { id, sure: true }]),
  );
  return Object.entries(said).flatMap(([id, phrases]) =>
    phrases.flatMap((phrase, index) => {
      const sure = !/\?\s*$/.test(phrase);
      const owner = owners.get(fold(phrase));
      if (owner === undefined) owners.set(fold(phrase), { id, sure });
      if (owner === undefined || owner.id === id || !(sure || owner.sure)) return [];
      const message = `“${phrase}” is also said for ${owner.id}`;
      const remedy = 'Keep it for one of the two, or end it by “?” for both: it is asked then.';
      const why = { code: 'said-twice', values: { value: phrase, of: titles[owner.id] ?? owner.id } };
      return [{ id, index, message, remedy, why }];
    }),
  );
}
