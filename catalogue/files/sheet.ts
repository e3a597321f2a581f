import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { CatalogueProblem, Why } from '../problem.ts';
import { keepData, keptData } from './kept-data.ts';
import type { Root } from './root.ts';

export type Path = readonly (string | number)[];

/** One YAML file as read: its data, of any shape yet, and a way to speak of a place in it. */
export interface YamlSheet {
  readonly file: string;
  /** Absent when the file is missing or is no YAML. */
  readonly data?: unknown;
  readonly problems: readonly CatalogueProblem[];
  readonly problem: (path: Path, message: string, remedy: string, why?: Why) => CatalogueProblem;
}

/** Reads `file` of the catalogue's folder `root`; never throws on what a person may have written. */
export function readSheet(root: Root, file: string): YamlSheet {
  if (typeof root !== 'string') return heldIn(root, file);
  const text = contents(join(root, file));
  if (text === undefined) return missing(file);
  const kept = keptData(text);
  if (kept !== undefined) {
    const { data } = kept;
    // Where a place stands is looked for only once something there is wrong.
    const problem = problemIn(file, (path) => lineOf({ ...parse(text), path }));
    return { file, problem, problems: [], data };
  }
  const { document, lines } = parse(text);
  const problem = problemIn(file, (path) => lineOf({ document, lines, path }));
  const faults = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    ...problem([], ...illFormed(message)),
    line: lines.linePos(pos[0]).line,
  }));
  if (faults.length > 0) return { file, problem, problems: faults };
  const read = followed(document, problem);
  if (read.problems.length === 0) keepData(text, read.data);
  return { file, problem, ...read };
}

function heldIn(files: ReadonlyMap<string, unknown>, file: string): YamlSheet {
  if (!files.has(file)) return missing(file);
  return { file, problem: problemIn(file, () => undefined), problems: [], data: files.get(file) };
}

function parse(text: string) {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

const illFormed = (why: string): [string, string] => [
  `is not well-formed YAML: ${why}`,
  'Check the indentation, the quotes and that no key stands twice around this line.',
];

/** Aliases are followed only now, and one may lead nowhere or grow without end. */
function followed(document: Document, problem: YamlSheet['problem']): Pick<YamlSheet, 'data' | 'problems'> {
  try {
    return { data: document.toJS(), problems: [] };
  } catch (error) {
    return { problems: [problem([], ...illFormed(error instanceof Error ? error.message : String(error)))] };
  }
}

function missing(file: string): YamlSheet {
  const problem = problemIn(file, () => undefined);
  return {
    file,
    problem,
    problems: [problem([], 'this file is missing', 'Create it, or put it back.', { code: 'no-part' })],
  };
}

const problemIn =
  (file: string, lineAt: (path: Path) => number | undefined): YamlSheet['problem'] =>
  (path, message, remedy, why) => {
    const line = lineAt(path);
    const place = { file, ...(line !== undefined && { line }), place: path.join('.') };
    return { ...place, message, remedy, ...(why !== undefined && { why }) };
  };

function contents(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

interface Placed extends ReturnType<typeof parse> {
  readonly path: Path;
}

/** The line of a place, or of the nearest thing around it that is there. */
function lineOf({ document, lines, path }: Placed): number | undefined {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const step of path) {
    const [key, value] = stepInto(node, step);
    offset = startOf(key) ?? offset;
    node = value;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

/** The node to point at, and the node to go on from. */
function stepInto(node: unknown, step: string | number): [unknown, unknown] {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return [item, item];
  }
  const pair = isMap(node)
    ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
    : undefined;
  return [pair?.key, pair?.value];
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
