import type { Part } from './part.ts';
import type { ConsultationSettings } from './settings.ts';

/** Settings of which one choice is as usual: it stands nowhere. */
export function choicesOf({ provisionalFor, entry, paper, proposals }: ConsultationSettings): Part {
  const given = { provisionalFor, entry, paper, proposals };
  const names = ['provisionalFor', 'entry', 'paper', 'proposals'] as const;
  return {
    changed: {
      ...(provisionalFor !== undefined && provisionalFor !== 'answered' && { provisionalFor }),
      ...(entry !== undefined && entry !== 'link' && { entry }),
      ...(paper !== undefined && paper !== 'with' && { paper }),
      ...(proposals !== undefined && proposals !== 'none' && { proposals }),
    },
    drop: names.filter((name) => given[name] !== undefined),
    problems: [],
  };
}
