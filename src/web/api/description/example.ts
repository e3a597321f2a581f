import type { z } from 'zod';

type Schema = z.core.JSONSchema.JSONSchema;
/** `true` takes anything. */
type Form = Schema | boolean;

/** What a program may send or receive there: one value that the schema takes, every property in it, one item a list. `name`: what it is called. */
export function exampleOf(form: Form, name = ''): unknown {
  if (typeof form === 'boolean') return null;
  const { examples = [], enum: listed = [] } = form;
  const [given] = [...examples, ...('const' in form ? [form.const] : []), ...listed];
  if (given !== undefined) return given;
  if (form.default !== undefined) return form.default;
  const [choice] = form.anyOf ?? form.oneOf ?? [];
  if (choice !== undefined) return exampleOf(choice, name);
  // A value of several kinds is of the first.
  switch ([form.type].flat()[0]) {
    case 'object':
      return objectOf(form);
    case 'array':
      return listOf(form, name);
    case 'string':
      return textOf(form, name);
    case 'integer':
    case 'number':
      return numbers[name] ?? Math.max(form.minimum ?? 0, 0);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function objectOf({
  properties = {},
  additionalProperties: more,
  propertyNames: names,
  required,
}: Schema): unknown {
  const named = Object.entries(properties).map(([name, its]) => [name, exampleOf(its, name)] as const);
  if (named.length > 0 || typeof more !== 'object') return Object.fromEntries(named);
  // A record: its keys are those of a list, or languages.
  const listed = typeof names === 'object' ? (names.enum ?? []) : [];
  const keys = required ?? (listed.length > 0 ? listed.slice(0, 2) : ['fr']);
  return Object.fromEntries(keys.map((key) => [`${key}`, exampleOf(more)]));
}

function listOf({ items, prefixItems, minItems = 1 }: Schema, name: string): unknown {
  if (prefixItems !== undefined) return prefixItems.map((one) => exampleOf(one));
  if (items === undefined || Array.isArray(items)) return [];
  return Array.from({ length: Math.max(minItems, 1) }, () => exampleOf(items, name));
}

function textOf({ format, pattern, minLength = 0, maxLength }: Schema, name: string): string {
  const known = texts[format ?? pattern ?? name];
  return known ?? 'exemple'.padEnd(minLength, '-').slice(0, maxLength);
}

/** By format, by pattern, or by name. */
const texts: Readonly<Record<string, string>> = {
  'date-time': '2026-12-15T18:00:00.000Z',
  date: '2026-12-15',
  uri: 'https://trajectoires.example.org/c/decouverte',
  '^#[0-9a-f]{6}$': '#0f6b5c',
  ...{ code: 'decouverte', consultation: 'decouverte', catalogue: 'trajectoires' },
  ...{ fr: 'Val-de-Loire', language: 'fr', languages: 'fr', offers: 'fr-falc', timeZone: 'Europe/Paris' },
  ...{ contact: 'consultation@example.org', accent: '#0f6b5c', frameOrigins: 'https://www.example.org' },
};
/** By name. */
const numbers: Readonly<Record<string, number>> = {
  ...{ minGroup: 11, expected: 60, retentionMonths: 12, people: 30, n: 24, version: 3 },
};
