import IntlMessageFormat from 'intl-messageformat';
import type { Language } from '#domain/catalogue/language.ts';
import type { Values } from '#domain/conversation/phrases.ts';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';

/** A part of a parsed ICU message. */
export type MessageElement = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of what fills a message, sorted, each once. */
export function argumentsOf(elements: readonly MessageElement[]): readonly string[] {
  const names = new Set<string>();
  visit(elements, (element) => {
    if (element.type !== literal && element.type !== pound) names.add(element.value);
  });
  return [...names].sort();
}

/**
 * Makes a parsed message ready: a number in plain braces is said as its language writes it, years excepted. `{n, number, words}` is
 * said in words as `inWords` knows them, `{n, number, Words}` where it begins a sentence.
 */
export function compile(
  elements: readonly MessageElement[],
  language: Language,
  inWords: (n: number) => string,
): (values: Values) => string {
  const numbers = new Intl.NumberFormat(language, { useGrouping: 'min2' });
  const parts = renamed(elements);
  const message = new IntlMessageFormat(parts, language, undefined, { ignoreTag: true });
  if (argumentsOf(elements).length === 0) {
    const always = String(message.format());
    return () => always;
  }
  const styled = namesInWords(elements);
  const isPlain = elements.every(({ type }) => type === literal || type === argument);
  const fill = (values: Values) => {
    const plain = isPlain ? joined(elements, values, numbers) : undefined;
    if (plain !== undefined) return plain;
    const said: Record<string, Values[string]> = { ...values };
    for (const [name, value] of Object.entries(values)) {
      said[written(name)] = typeof value === 'number' ? numbers.format(value) : value;
      if (typeof value !== 'number' || !styled.includes(name)) continue;
      const words = inWords(value);
      said[styledName(name, 'words')] = words;
      said[styledName(name, 'Words')] = words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
    }
    return joined(parts, said, numbers) ?? String(message.format(said));
  };
  return latest(fill);
}

/** A message of texts and plain braces alone, which are most; nothing where it takes more, or a value is missing. */
function joined(
  parts: readonly MessageElement[],
  values: Values,
  numbers: Intl.NumberFormat,
): string | undefined {
  let said = '';
  for (const part of parts) {
    const text = part.type === literal ? part.value : part.type === argument ? values[part.value] : undefined;
    if (text === undefined) return undefined;
    said += typeof text === 'number' ? numbers.format(text) : text;
  }
  return said;
}

/** How many ways of filling it each message remembers: a consultation says most of them the same again and again. */
const remembered = 64;

/** Says the same of the same numbers without making it anew. Words are not remembered: they may be somebody's. */
function latest(fill: (values: Values) => string): (values: Values) => string {
  const known = new BoundedMap<string>(remembered);
  return (values) => {
    const entries = Object.entries(values);
    if (!entries.every(([, value]) => typeof value === 'number')) return fill(values);
    const key = entries.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const said = fill(values);
    known.put(key, said);
    return said;
  };
}

/** The parser's own codes. */
const literal = 0;
const argument = 1;
const number = 2;
const pound = 7;

/** A plural needs the number itself where plain braces need it written out: two names for one value. */
const written = (name: string): string => `${name} (written)`;

const styledName = (name: string, style: string): string => `${name} (in ${style})`;

const isInWords = (style: unknown): style is 'words' | 'Words' => style === 'words' || style === 'Words';

function namesInWords(elements: readonly MessageElement[]): readonly string[] {
  const names: string[] = [];
  visit(elements, (element) => {
    if (element.type === number && isInWords(element.style)) names.push(element.value);
  });
  return names;
}

/** Plain braces, and numbers in words, become braces with names of their own. */
function renamed(elements: readonly MessageElement[]): MessageElement[] {
  return elements.map((element) => {
    if (element.type === argument) return { ...element, value: written(element.value) };
    if (element.type === number && isInWords(element.style))
      return { type: argument, value: styledName(element.value, element.style) };
    if (!('options' in element)) return element;
    const options = Object.entries(element.options).map(([name, branch]) => [
      name,
      { ...branch, value: renamed(branch.value) },
    ]);
    return { ...element, options: Object.fromEntries(options) };
  });
}

function visit(elements: readonly MessageElement[], look: (element: MessageElement) => void): void {
  for (const element of elements) {
    look(element);
    const branches = 'options' in element ? Object.values(element.options) : [];
    for (const { value } of branches) visit(value, look);
    if ('children' in element) visit(element.children, look);
  }
}
