import { z } from 'zod';
import type { Why } from '../problem.ts';
import type { Path } from './sheet.ts';
import { within } from './within.ts';

/** One thing wrong with a shape, in plain words. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
  readonly why?: Why;
}

/** Says what a zod issue means to the author of a file; `reportInput` must be on. */
export function explain(issue: z.core.$ZodIssue): readonly Fault[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, ...mistyped(issue.expected, issue.input) }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `“${key}” is not known here`,
        remedy: 'Correct its spelling, move it where it belongs, or remove it.',
        why: { code: 'unknown-part', values: { value: key } },
      }));
    case 'too_small':
      return [{ path, ...tooSmall(issue.origin, Number(issue.minimum)) }];
    case 'too_big':
      return [{ path, ...tooBig(issue.origin, Number(issue.maximum), issue.input) }];
    case 'invalid_value':
      return [{ path, ...notListed(issue.input, issue.values.map(String)) }];
    case 'invalid_union':
      return [{ path, ...unmatched(issue) }];
    case 'custom':
      return [{ path, message: issue.message, ...toldBy(issue.params) }];
    default:
      return [{ path, message: issue.message, remedy: 'Correct it.' }];
  }
}

type Said = Pick<Fault, 'message' | 'remedy' | 'why'>;

/** What a check of ours says of itself. */
function toldBy(params: Readonly<Record<string, unknown>> | undefined): Pick<Said, 'remedy' | 'why'> {
  const why = Told.safeParse(params?.why).data;
  return { remedy: String(params?.remedy ?? 'Correct it.'), ...(why !== undefined && { why }) };
}

const Told = z.strictObject({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
});

const names: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  tuple: 'a list',
  object: 'a map',
  record: 'a map',
  number: 'a number',
  int: 'a whole number',
};

function mistyped(expected: string, input: unknown): Said {
  const wanted = names[expected] ?? expected;
  if (input === undefined)
    return { message: 'is missing', remedy: `Add it here: ${wanted}.`, why: { code: 'missing' } };
  const quotes = expected === 'string' ? ', in quotes if it looks like a number or true' : '';
  const code = /number/.test(wanted) ? 'no-number' : 'mistyped';
  return {
    message: `should be ${wanted}`,
    remedy: `Write ${wanted} here${quotes}.`,
    why: { code, values: { value: typeof input === 'string' ? input : '' } },
  };
}

function tooSmall(origin: string, minimum: number): Said {
  if (origin === 'string') return { message: 'is empty', remedy: 'Write the text.', why: { code: 'empty' } };
  if (origin === 'array')
    return {
      message: `has too few entries: ${minimum} are needed`,
      remedy: 'Add what is missing.',
      why: { code: 'too-few', values: { n: minimum } },
    };
  return {
    message: `is under ${minimum}`,
    remedy: `Write ${minimum} or more.`,
    why: { code: 'too-low', values: { least: minimum } },
  };
}

function tooBig(origin: string, maximum: number, input: unknown): Said {
  if (origin === 'array')
    return {
      message: `has too many entries: ${maximum} at most`,
      remedy: 'Remove what is too many.',
      why: { code: 'too-many', values: { most: maximum } },
    };
  if (typeof input !== 'string')
    return {
      message: `is over ${maximum}`,
      remedy: `Write ${maximum} or less.`,
      why: { code: 'too-high', values: { most: maximum } },
    };
  const surplus = input.trim().length - maximum;
  return {
    message: `has ${maximum + surplus} characters; at most ${maximum} fit`,
    remedy: `Shorten it by ${surplus}.`,
    why: { code: 'too-long', values: { n: maximum + surplus, most: maximum, surplus } },
  };
}

/** A union told apart by one of its fields: what is wrong is that field. */
function unmatched(issue: z.core.$ZodIssueInvalidUnion): Said {
  if (!('discriminator' in issue)) return { message: issue.message, remedy: 'Correct it.' };
  const given = within(issue.input, [issue.discriminator ?? '']);
  return notListed(given, 'options' in issue ? issue.options.map(String) : []);
}

function notListed(input: unknown, listed: readonly string[]): Said {
  const given =
    typeof input === 'string' ? `“${input}” is not known here` : 'is not among what is known here';
  return {
    message: given,
    remedy: `Choose one of: ${listed.join(', ')}.`,
    why: {
      code: 'not-listed',
      values: { value: typeof input === 'string' ? input : '', known: listed.join(', ') },
    },
  };
}
