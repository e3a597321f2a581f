import { lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** People whom a reply may speak of instead of whoever writes: "ma femme", "fils de", "il est". */
const others = lexicon([
  [
    'other',
    `
    ma femme, mon mari, mon conjoint, ma conjointe, mon compagnon, ma compagne, mon copain, ma copine, mon épouse, mon époux,
    mon père, ma mère, mes parents, mon papa, ma maman, mon fils, ma fille, mes enfants, mes fils, mes filles, mon frère, ma sœur, mon beau père,
    ma belle mère, mon beau frère, ma belle sœur, mon grand père, ma grand mère, mes grands parents, mon petit fils, ma petite fille, mon oncle, ma tante, mon cousin,
    ma cousine, mon neveu, ma nièce, mon voisin, ma voisine, mes voisins, mon ami, mon amie, mes amis, mon patron, ma patronne,
    mes élèves, mon élève, mes étudiants, mes apprentis, mes patients, mes clients, mes salariés, mes employés, mes locataires, j’ai des élèves, j’ai des étudiants, j’ai des salariés,
    mon ex, mon chef, ma famille, mon collègue, ma collègue, fils de, fils d, fille de, fille d, femme de, femme d, mari de, mari d, veuve de,
    veuve d, veuf de, veuf d, épouse de, épouse d, mère de, mère d, père de, père d, parent de, parent d, parents de, parents d,
    il est, elle est, ils sont, elles sont, il était, elle était, il travaille, elle travaille,
    marié à, mariée à, marié avec, mariée avec, les gens, tout le monde, les autres,
    my wife, my husband, my partner, my father, my mother, my dad, my mum, my mom, my parents, my son, my daughter, my children, my kids,
    my brother, my sister, my grandfather, my grandmother, my uncle, my aunt, my cousin, my neighbour, my neighbor, my neighbours, my friend, my friends,
    my boss, my pupils, my students, my patients, my clients, my customers, my employees, my tenants, i have pupils, i have students, i have employees, my family, son of, daughter of, wife of, husband of, married to, widow of, mother of, father of, he is, she is, they are, he was, she was,
    people, everyone, everybody, others`,
  ],
]);

/** Whether a reply speaks of somebody else; `own`: words of the titles, which speak of nobody. */
export const speaksOfOthers = (tokens: readonly Token[], own: ReadonlySet<string>): boolean =>
  tokens.some(({ text }, at) => !own.has(text) && others(tokens, at) !== undefined);
