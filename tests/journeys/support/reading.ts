import type { Person } from './person.ts'

/** Everything that a page holds, folded or not: what may not be known is nowhere in it. */
export const everything = async ({ page }: Person): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')

/** Why an act is not possible yet, as the page says it. */
export const whyNot = async ({ page }: Person, act: string): Promise<string> => {
  const line = page.locator('li', { hasText: act }).last()
  return ((await line.textContent()) ?? '').replace(/\s+/g, ' ')
}
