import { afterAll, describe, expect, test } from '@jest/globals';
import { loadCatalogue } from '#catalogue/load.ts';
import { problemsOf } from './mistake.ts';
import { clearWorkbenches, workbench } from './workbench.ts';

afterAll(clearWorkbenches);

describe('a catalogue where', () => {
  test('a file is missing says which', () => {
    const bench = workbench();
    bench.remove('en/domains/health.yaml');
    expect(problemsOf(bench)).toEqual([
      {
        file: 'en/domains/health.yaml',
        place: '',
        message: 'this file is missing',
        remedy: 'Create it, or put it back.',
      },
    ]);
  });

  test('a file belongs to no domain says which', () => {
    const bench = workbench();
    bench.write('fr/domains/sports.yaml', 'title: Sports\n');
    expect(problemsOf(bench)).toMatchObject([
      { file: 'fr/domains/sports.yaml', message: 'belongs to no domain listed in catalogue.yaml' },
    ]);
  });

  test('a key stands twice gives the line', () => {
    const bench = workbench();
    const line = bench.edit('fr/common.yaml', '  student: Étudiant', '  student: Étudiant\n  student: Élève');
    expect(problemsOf(bench)).toEqual([
      {
        file: 'fr/common.yaml',
        line: line + 1,
        place: '',
        message: 'is not well-formed YAML: Map keys must be unique',
        remedy: 'Check the indentation, the quotes and that no key stands twice around this line.',
      },
    ]);
  });

  test('the French folder is missing says so', () => {
    const bench = workbench();
    bench.remove('fr');
    expect(problemsOf(bench)).toMatchObject([
      { file: 'fr', message: 'the folder of the default language is missing' },
    ]);
  });

  test('a domain is nearly empty says everything that it lacks', () => {
    const bench = workbench();
    bench.write('domains/mobility.yaml', 'questions:\n  - { id: only, kind: text }\ntrajectories: []\n');
    const found = problemsOf(bench).filter(({ file }) => file === 'domains/mobility.yaml');
    expect(found.map(({ place, message }) => [place, message])).toEqual([
      ['themes', 'is missing'],
      ['orientations', 'is missing'],
      ['trajectories', 'has too few entries: 1 are needed'],
    ]);
  });

  test('everything is wrong at once tells everything at once', () => {
    const bench = workbench();
    bench.edit('catalogue.yaml', 'version: 1.0.0', 'version: first');
    bench.edit(
      'domains/health.yaml',
      '- id: health-delay\n    kind: choice',
      '- id: health-delay\n    kind: pick',
    );
    bench.edit('domains/health.yaml', 'is: [face-to-face]', 'is: [screen]');
    bench.edit('en/domains/health.yaml', 'title: Local health networks', 'title: 7');
    bench.edit('en/domains/health.yaml', '      simple: Simple devices\n', '');
    bench.edit('fr/common.yaml', 'never: Jamais', 'never: []');
    expect(problemsOf(bench).map(({ file, place }) => `${file} ${place}`)).toEqual([
      'catalogue.yaml version',
      'domains/health.yaml questions.0.kind',
      'domains/health.yaml trajectories.1.signals.3.when.is.0',
      'fr/common.yaml horizons.never',
      'en/domains/health.yaml trajectories.health-local-networks.title',
      'en/domains/health.yaml questions.health-conditions.options.simple',
    ]);
  });

  test.each(['', '[]', 'questions: 3', '{', '\u0000', '- a: [', '*x', '<<: *y'])(
    'a file holds %j does not throw',
    (text) => {
      const bench = workbench();
      for (const file of [
        'catalogue.yaml',
        'domains/health.yaml',
        'fr/common.yaml',
        'en/domains/health.yaml',
      ]) {
        bench.write(file, text);
        expect(problemsOf(bench).length).toBeGreaterThan(0);
      }
    },
  );

  test('there is nothing says so', () => {
    const loaded = loadCatalogue('/nowhere/at/all');
    expect(loaded).toMatchObject({ problems: [{ file: 'fr' }, { file: 'catalogue.yaml' }] });
  });
});
