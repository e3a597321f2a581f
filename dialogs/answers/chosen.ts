/** The ids that an input of several choices sends (Adaptive Cards joins them by commas), each once. */
export function chosen(value: string | undefined): string[] {
  return [...new Set((value ?? '').split(',').filter((id) => id !== ''))];
}
