/** Files that were just printed, the latest ones, as many bytes as fit. */
export function createDocumentCache(mostBytes: number) {
  const files = new Map<string, Uint8Array>();
  let size = 0;
  const drop = (key: string) => {
    size -= files.get(key)?.length ?? 0;
    files.delete(key);
  };
  return {
    get(key: string) {
      const found = files.get(key);
      if (found === undefined) return undefined;
      // Asked for again, it is the last to go.
      files.delete(key);
      files.set(key, found);
      return found;
    },
    set(key: string, bytes: Uint8Array) {
      drop(key);
      if (bytes.length > mostBytes) return;
      files.set(key, bytes);
      size += bytes.length;
      for (const oldest of files.keys()) {
        if (size <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}
