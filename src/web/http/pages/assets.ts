/** One file of the page, ready to be sent in each encoding. */
export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
}

/** Where the page finds its files; the name changes with the content, so that a browser may keep them for ever. */
export interface Addresses {
  readonly script: string;
  readonly style: string;
  readonly catalogueStyle: string;
  readonly resultsStyle: string;
  readonly deskScript: string;
  readonly deskStyle: string;
  readonly roomStyle: string;
  readonly icon: string;
}

export interface Assets {
  readonly addresses: Addresses;
  /** By path, `/assets/...`. */
  readonly files: ReadonlyMap<string, Asset>;
}
