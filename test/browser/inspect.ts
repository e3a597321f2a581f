import type { Page } from 'playwright-core';

/** What an accessibility check finds wrong in the page as it stands; empty when all is well. */
export function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const what = (it: Element) => it.outerHTML.slice(0, 120);
    const shown = (it: Element) => it.checkVisibility() && it.getBoundingClientRect().width > 1;
    const referred = (it: Element, name: string) =>
      (it.getAttribute(name) ?? '')
        .split(/\s+/)
        .filter(Boolean)
        .map((id) => document.getElementById(id));
    const named = (it: Element) => {
      const by = referred(it, 'aria-labelledby').map((other) => other?.textContent ?? '');
      const labels =
        it instanceof HTMLInputElement ||
        it instanceof HTMLTextAreaElement ||
        it instanceof HTMLSelectElement;
      const own = labels
        ? [...(it.labels ?? [])].map((label) => label.textContent ?? '')
        : [it.textContent ?? ''];
      return [...by, ...own, it.getAttribute('aria-label') ?? ''].join('').trim() !== '';
    };
    for (const it of document.querySelectorAll(
      'input, textarea, select, button, a, [role=radiogroup], [role=log]',
    ))
      if (shown(it) && !named(it)) found.push(`no name: ${what(it)}`);
    for (const it of document.querySelectorAll('[aria-labelledby]'))
      if (referred(it, 'aria-labelledby').includes(null)) found.push(`label is gone: ${what(it)}`);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
    if (twice.length > 0) found.push(`ids used twice: ${twice.join(' ')}`);
    for (const it of document.querySelectorAll('button, select, textarea, .ac-input label')) {
      const target = it.matches('label') ? it.parentElement : it;
      if (target && shown(target) && target.getBoundingClientRect().height < 44)
        found.push(`small: ${what(target)}`);
    }
    if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
    if (document.querySelector('[role=log]')?.getAttribute('aria-live') !== 'polite')
      found.push('no polite log');
    for (const it of document.querySelectorAll('[tabindex]'))
      if (Number(it.getAttribute('tabindex')) > 0) found.push(`tabindex: ${what(it)}`);
    return found;
  });
}

/** Texts whose colour is too close to their ground (WCAG 2.2, 1.4.3), with the ratio. */
export function faint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Rgb = [number, number, number, number];
    const rgb = (css: string): Rgb => {
      const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, a];
    };
    const light = ([r, g, b]: Rgb) => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((part) => {
        const c = part / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const ground = (it: Element | null): Rgb => {
      if (it === null) return [255, 255, 255, 1];
      const colour = rgb(getComputedStyle(it).backgroundColor);
      return colour[3] === 0 ? ground(it.parentElement) : colour;
    };
    const ratio = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return [...document.querySelectorAll('body *')].flatMap((it) => {
      const says = [...it.childNodes].some(
        (node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '',
      );
      if (!says || !it.checkVisibility() || it.closest('.unseen, .skip, script, noscript')) return [];
      const style = getComputedStyle(it);
      const size = Number.parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const contrast = ratio(light(rgb(style.color)), light(ground(it)));
      return contrast < (large ? 3 : 4.5) ? [`${contrast.toFixed(2)}: ${it.outerHTML.slice(0, 120)}`] : [];
    });
  });
}

/** How far the page reaches beyond the window's width, in pixels. */
export const beyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
