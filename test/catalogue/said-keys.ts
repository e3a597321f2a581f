import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A phrase that code asks for: by its key, or by a pattern where part of the key is chosen by a code. */
export interface Asked {
  readonly where: string;
  readonly key?: string;
  /** Matches the whole key. */
  readonly pattern?: RegExp;
  /** As it stands in the code. */
  readonly written: string;
}

export interface SaidKeys {
  readonly asked: readonly Asked[];
  /** Every literal text of the code: a key may be handed on before it is said. */
  readonly literals: ReadonlySet<string>;
}

/** Reads the TypeScript files of some folders of the project, browser code left out: it has texts of its own. */
export function saidKeys(root: string, folders: readonly string[], languages: readonly string[]): SaidKeys {
  const files = folders.flatMap((folder) => sourcesOf(root, folder));
  const asked: Asked[] = [];
  const literals = new Set<string>();
  for (const file of files) scan(file, readFileSync(join(root, file), 'utf8'), languages, asked, literals);
  return { asked, literals };
}

export function scan(
  file: string,
  text: string,
  languages: readonly string[],
  asked: Asked[],
  literals: Set<string>,
): void {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const voices = aliases(source);
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    if (ts.isCallExpression(node) && speaks(node.expression, voices)) {
      for (const key of node.arguments.slice(0, 1).flatMap(choices)) {
        const { line } = source.getLineAndCharacterOfPosition(key.getStart());
        const found = askedBy(key, `${file}:${line + 1}`);
        if (found && !(isChosen(node) || languages.includes(found.key ?? ''))) asked.push(found);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** `say(...)`, `view.say(...)`, `say(language)(...)`, and names given to `say(language)`. */
function speaks(callee: ts.Expression, voices: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 'say' || voices.has(callee.text);
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text === 'say';
  return ts.isCallExpression(callee) && speaks(callee.expression, new Set());
}

/** `say(language)` in `say(language)('key')`: it chooses a voice and names no key. */
const isChosen = (call: ts.CallExpression): boolean =>
  ts.isCallExpression(call.parent) && call.parent.expression === call;

/** Names given to a voice: `const speak = say(language)`. */
function aliases(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && isVoice(node.initializer)) {
      names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function isVoice(value: ts.Expression | undefined): boolean {
  if (value === undefined || !ts.isCallExpression(value) || !speaks(value.expression, new Set()))
    return false;
  const [language, ...values] = value.arguments;
  return values.length === 0 && language !== undefined && askedBy(language, '') === undefined;
}

/** What an argument may come to: both sides of a condition. */
function choices(argument: ts.Expression): ts.Expression[] {
  if (ts.isConditionalExpression(argument))
    return [...choices(argument.whenTrue), ...choices(argument.whenFalse)];
  return ts.isParenthesizedExpression(argument) ? choices(argument.expression) : [argument];
}

function askedBy(key: ts.Expression, where: string): Asked | undefined {
  if (ts.isStringLiteralLike(key)) return { where, key: key.text, written: key.text };
  if (!ts.isTemplateExpression(key)) return undefined;
  const parts = [key.head.text, ...key.templateSpans.map(({ literal }) => literal.text)];
  return { where, pattern: new RegExp(`^${parts.map(escaped).join('.+')}$`), written: key.getText() };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function sourcesOf(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts') && !/^src\/web\/(chat-client|admin\/client)\//.test(name))
    .sort();
}
