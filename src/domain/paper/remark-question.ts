import type { Domain } from '../catalogue/catalogue.ts';

/** The question of a domain that takes what people write in their own words; nothing where its catalogue has none. */
export const remarkQuestion = ({
  questions,
  remark,
}: Pick<Domain, 'questions' | 'remark'>): string | undefined =>
  remark ?? questions.findLast(({ kind }) => kind === 'text')?.id;
