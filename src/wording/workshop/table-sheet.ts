import type { Domain } from '#domain/catalogue/catalogue.ts';
import type { Horizon } from '#domain/participant/ballot.ts';
import { expectedHorizons } from '#domain/results/judge-workshop-result.ts';
import { synergyNumbers } from '#domain/results/workshop-result.ts';
import { domainTitle, trajectoryTitle } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** One thing that is asked, with its number, as it is printed. */
interface Asked {
  readonly number: number;
  readonly label: string;
}

interface Option {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** What is asked of one domain: the direction, what is kept, and what is still debated. */
export interface AskedOfDomain {
  readonly id: Domain['id'];
  readonly title: string;
  readonly orientation: Asked & { readonly options: readonly Option[] };
  /** Each trajectory bears the number that its card bears. */
  readonly kept: Asked & { readonly rows: readonly KeptRow[] };
  readonly note: Asked;
}

export interface KeptRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** What a table of a workshop is asked: its paper sheets and the form they are entered in both draw it from here. */
export interface TableSheet {
  readonly table: Asked;
  readonly people: Asked;
  readonly domains: readonly AskedOfDomain[];
  /** What is said of each trajectory, in this order. */
  readonly row: {
    readonly trajectory: string;
    readonly kept: string;
    readonly horizon: string;
    readonly horizons: ReturnType<typeof momentsOf>;
    readonly condition: string;
  };
  readonly whole: string;
  readonly synergies: Asked & {
    readonly rows: readonly number[];
    readonly helps: string;
    readonly helped: string;
    readonly because: string;
  };
}

/** When what is kept may be there, to choose from. */
export const momentsOf = ({
  text,
}: Pick<Wording, 'text'>): readonly { readonly id: Horizon; readonly title: string }[] =>
  expectedHorizons.map((id) => ({ id, title: text.horizons[id] }));

/** The questions of a table's sheets, numbered through, in the words of a language. */
export function tableSheet(wording: Wording): TableSheet {
  const { catalogue, text, say } = wording;
  const ask = (number: number, key: 'table' | 'people' | 'orientation' | 'kept' | 'note' | 'synergies') => ({
    number,
    label: say('workshop-kit.asked.numbered', { number, label: say(`workshop-kit.asked.${key}`) }),
  });
  const each = (domain: Domain, i: number): AskedOfDomain => ({
    id: domain.id,
    title: domainTitle(wording, domain.id),
    orientation: {
      ...ask(3 + 3 * i, 'orientation'),
      options: domain.orientations.map((id) => {
        const { title = id, description = '' } = text.orientations[id] ?? {};
        return { id, title, description };
      }),
    },
    kept: {
      ...ask(4 + 3 * i, 'kept'),
      rows: domain.trajectories.map(({ id }, at) => ({
        ...{ id, number: at + 1, title: trajectoryTitle(wording, id) },
      })),
    },
    note: ask(5 + 3 * i, 'note'),
  });
  return {
    table: ask(1, 'table'),
    people: ask(2, 'people'),
    domains: catalogue.domains.map(each),
    row: {
      trajectory: say('workshop-kit.asked.trajectory'),
      kept: say('workshop-kit.asked.is-kept'),
      horizon: say('workshop-kit.asked.horizon'),
      horizons: momentsOf(wording),
      condition: say('workshop-kit.asked.condition'),
    },
    whole: say('workshop-kit.asked.whole'),
    synergies: {
      ...ask(3 + 3 * catalogue.domains.length, 'synergies'),
      rows: synergyNumbers,
      helps: say('workshop-kit.asked.helps'),
      helped: say('workshop-kit.asked.helped'),
      because: say('workshop-kit.asked.because'),
    },
  };
}
