import IntlMessageFormat from 'intl-messageformat';
import type { Language } from '#domain/catalogue/language.ts';
import type { Values } from '#domain/conversation/phrases.ts';

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

/** Makes a parsed message ready: a number in plain braces is said as its language writes it, years excepted. */
export function compile(elements: readonly MessageElement[], language: Language): (values: Values) => string {
  const numbers = new Intl.NumberFormat(language, { useGrouping: 'min2' });
  const message = new IntlMessageFormat(inWords(elements), language, undefined, { ignoreTag: true });
  if (argumentsOf(elements).length === 0) {
    const always = String(message.format());
    return () => always;
  }
  return (values) => {
    const said = Object.entries(values).map(([name, value]) => [
      written(name),
      typeof value === 'number' ? numbers.format(value) : value,
    ]);
    return String(message.format({ ...values, ...Object.fromEntries(said) }));
  };
}

/** The parser's own codes. */
const literal = 0;
const argument = 1;
const pound = 7;

/** A plural needs the number itself where plain braces need it written out: two names for one value. */
const written = (name: string): string => `${name} (written)`;

function inWords(elements: readonly MessageElement[]): MessageElement[] {
  const copy = structuredClone([...elements]);
  visit(copy, (element) => {
    if (element.type === argument) element.value = written(element.value);
  });
  return copy;
}

function visit(elements: readonly MessageElement[], look: (element: MessageElement) => void): void {
  for (const element of elements) {
    look(element);
    const branches = 'options' in element ? Object.values(element.options) : [];
    for (const { value } of branches) visit(value, look);
    if ('children' in element) visit(element.children, look);
  }
}
