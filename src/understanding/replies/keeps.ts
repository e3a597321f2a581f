import { lexicon } from '../words/lexicon.ts';

/** Finds "je la retiens" (true) and "je ne la retiens pas" (false). */
export const keeps = lexicon<boolean>([
  [
    true,
    `
    je la retiens, je le retiens, je retiens, la retenir, le retenir, à retenir, retenue, on la retient, je la
    garde, je le garde, je garde, la garder, le garder, à garder, gardée, on la garde, on garde, je la conserve,
    je conserve, la conserver, à conserver, j’aimerais la garder, je veux la garder, i keep it, i ll keep it, i
    will keep it, i d keep it, i would keep it, keep it, keep this, keep this one, i keep this, i keep this one,
    i m keeping it, i am keeping it, keeping it, worth keeping, kept, to keep`,
  ],
  [
    false,
    `
    je ne la retiens pas, je ne le retiens pas, je ne retiens pas, je la retiens pas, je retiens pas, sans la
    retenir, pas à retenir, ne pas la retenir, pas retenue, non retenue, on ne la retient pas, je ne la garde
    pas, je ne le garde pas, je ne garde pas, je la garde pas, je garde pas, sans la garder, pas à garder, ne
    pas la garder, pas gardée, on ne la garde pas, on garde pas, je ne veux pas la garder, i don’t keep it, i do
    not keep it, i won’t keep it, i wouldn’t keep it, don’t keep it, not keeping it, i m not keeping it, i am
    not keeping it, without keeping it, not worth keeping, not kept, i would not keep it`,
  ],
]);
