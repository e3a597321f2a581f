/** What a caller may take of the server: nothing it sends is unbounded. */
export interface HttpLimits {
  /** Bytes of a request's body. */
  readonly body: number;
  /** Milliseconds to send the headers, and the whole request. */
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  /** Milliseconds an idle connection is kept, and how often the clocks above are looked at. */
  readonly keepAlive: number;
  readonly checkEvery: number;
  /** Sockets open at once, WebSockets included. */
  readonly connections: number;
}

export const defaultLimits: HttpLimits = {
  body: 64 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAlive: 15_000,
  checkEvery: 2_000,
  connections: 12_000,
};

/** Bytes of a whole form with a picture: those of the largest picture, and of what browsers write around it. */
export const pictureForm = 256 * 1024;

/** Bytes of a whole form with a spreadsheet. */
export const tableForm = 2 * 1024 * 1024;

/** Bytes that are read past at an address that takes a file, so that whoever chose too large a file is told so there. */
export const longestUpload = 8 * 1024 * 1024;

/** Whether an address takes a form with a file, wherever the site stands. */
export const takesFile = (path: string): boolean =>
  /\/animation\/c\/[^/]+\/(reglages\/logo|(resultats\/jugements|catalogue|papier)\/fichier)$/.test(path);
