import type { CatalogueProblem } from '#catalogue/problem.ts';
import { countWords } from '#catalogue/wording.ts';
import type { DraftCell } from '#documents/workbook/draft.ts';
import type { Catalogue, Domain } from '#domain/catalogue/catalogue.ts';
import { consistentScenarios } from '#scenario/analysis/cross-impacts/cross-impact.ts';
import { impactMatrix } from '#scenario/analysis/cross-impacts/impact-matrix.ts';

/** Problems as the author of the files reads them: where, what, then what to do. */
export function listProblems(
  problems: readonly CatalogueProblem[],
  origin: (problem: CatalogueProblem) => DraftCell | undefined = () => undefined,
): string {
  const lines = problems.map((problem) => {
    const cell = origin(problem);
    const place = cell === undefined ? inFile(problem) : inSheet(cell);
    return `${place}: ${problem.message}\n  → ${problem.remedy}`;
  });
  const n = problems.length;
  return [...lines, `\n${n} problem${n === 1 ? '' : 's'}.`].join('\n');
}

const inFile = ({ file, line, place }: CatalogueProblem): string =>
  `${file}${line === undefined ? '' : `:${line}`}${place === '' ? '' : ` ${place}`}`;

const inSheet = ({ sheet, row, letter, column }: DraftCell): string =>
  `Sheet ${sheet}, row ${row}${column === undefined ? '' : `, column ${letter ?? ''} (${column})`}`;

/** What a catalogue holds, for whoever checks it. */
export function summary(catalogue: Catalogue): string {
  const { id, version, languages, domains, crossImpacts } = catalogue;
  const judged = Object.values(crossImpacts).reduce((sum, targets) => sum + Object.keys(targets).length, 0);
  const held =
    judged === 0 ? '' : `, ${consistentScenarios(impactMatrix(catalogue)).length} combinations hold together`;
  const rows = domains.map(
    (domain) =>
      `  ${domain.id.padEnd(12)} ${domain.questions.length} questions (${languages.map((language) => `${language} ${seconds(domain, catalogue, language)} s`).join(', ')}), ${domain.trajectories.length} trajectories, ${domain.orientations.length} orientations`,
  );
  return [
    `${id} ${version}, in ${languages.join(' and ')}: everything is in order.`,
    ...rows,
    `  ${judged} cross-impact judgements${held}`,
  ].join('\n');
}

const wordsPerMinute = 160;
const longest = 90;

/** How long a questionnaire takes to read, when every question is asked. */
function seconds({ id, questions }: Domain, { text }: Catalogue, language: string): number {
  const said = text[language];
  const asked = questions.flatMap((question) => {
    const { title = '', hint = '', options = {}, points = [] } = said?.questions[question.id] ?? {};
    return [title, hint, ...Object.values(options), ...points];
  });
  const { title = '', description = '' } = said?.domains[id] ?? {};
  return Math.round((countWords([title, description, ...asked].join(' ')) / wordsPerMinute) * 60);
}

/** What is allowed and worth a look. */
export function worthALook(catalogue: Catalogue): readonly string[] {
  const { domains, languages, text } = catalogue;
  return domains.flatMap((domain) => [
    ...languages
      .filter((language) => seconds(domain, catalogue, language) > longest)
      .map(
        (language) => `${domain.id}: the questionnaire takes more than ${longest} s to read (${language}).`,
      ),
    ...languages.flatMap((language) => unsaid(domain, catalogue, language)),
    ...domain.orientations
      .filter((id) => domain.trajectories.filter(({ orientation }) => orientation === id).length < 3)
      .map((id) => `${domain.id}: fewer than three trajectories lean towards ${id}.`),
    ...domain.trajectories.flatMap(({ id }) =>
      languages
        .filter((language) => Object.values(text[language]?.trajectories[id] ?? {}).some(isLong))
        .map((language) => `${id}: a sentence has more than 20 words (${language}).`),
    ),
  ]);
}

/** Answers for which the catalogue knows no words of people's own. */
function unsaid({ id, questions }: Domain, { text }: Catalogue, language: string): readonly string[] {
  const bare = questions.flatMap((question) => {
    const { said = {} } = text[language]?.questions[question.id] ?? {};
    return 'options' in question ? question.options.filter((option) => said[option] === undefined) : [];
  });
  return bare.length === 0
    ? []
    : [`${id}: ${bare.length} answers have no \`said\` yet, what people type for them (${language}).`];
}

const isLong = (said: string): boolean =>
  said.split(/(?<=[.?])\s+/).some((sentence) => countWords(sentence) > 20);
