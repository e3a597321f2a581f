import type { Catalogue, Trajectory } from './catalogue.ts';

/** The trajectory of a catalogue that bears an id, whatever its domain. */
export const trajectoryOf = ({ domains }: Pick<Catalogue, 'domains'>, id: string): Trajectory | undefined =>
  domains.flatMap(({ trajectories }) => trajectories).find((one) => one.id === id);
