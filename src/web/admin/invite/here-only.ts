/** Whether an address leads whoever has it to their own machine: a code or a poster of it leads nobody here. */
export const isHereOnly = (url: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
