/** Dresses the page in the theme of the client that shows it: `default`, `dark`, `contrast` and those that are close to one of them. */
export function dress(theme: string): void {
  const isDark = /dark|contrast/i.test(theme);
  const { documentElement: root } = document;
  root.dataset.theme = /contrast/i.test(theme) ? 'contrast' : isDark ? 'dark' : 'light';
  root.style.colorScheme = isDark ? 'dark' : 'light';
  // What the styles keep for a dark device holds for a dark client.
  for (const { cssRules } of document.styleSheets)
    for (const rule of cssRules)
      if (rule instanceof CSSMediaRule && isAboutTheme(rule))
        rule.media.mediaText = isDark ? 'all' : 'not all';
}

const about = new WeakSet<CSSMediaRule>();

function isAboutTheme(rule: CSSMediaRule): boolean {
  if (rule.conditionText.includes('prefers-color-scheme')) about.add(rule);
  return about.has(rule);
}
