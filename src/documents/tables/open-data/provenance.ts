/** The licence under which a result is given to everybody. */
export const licence = {
  id: 'etalab-2.0',
  name: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
} as const;

/** The publications that the figures follow. */
export const method = [
  { id: 'wilson-interval', url: 'https://doi.org/10.1080/01621459.1927.10502953' },
  { id: 'van-der-eijk-agreement', url: 'https://doi.org/10.1023/A:1010374114305' },
  { id: 'cross-impact-balances', url: 'https://doi.org/10.1016/j.techfore.2005.06.005' },
] as const;
