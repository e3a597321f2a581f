import { closing } from './browser.ts';

export default async function closeBrowser(): Promise<void> {
  await Promise.all(closing.splice(0).map((close) => close()));
}
