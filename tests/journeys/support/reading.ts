import { expect } from 'vitest'
import type { Person } from './person.ts'
import type { Stage } from './stage.ts'

/** Everything that a page holds, folded or not: what may not be known is nowhere in it. */
export const everything = async ({ page }: Person): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')

/** Why an act is not possible yet, as the page says it, where many are asked for first. */
export const whyNot = async ({ page }: Person, act: string): Promise<string> => {
  const later = page.locator('a[href*="actes=tous"]')
  if ((await later.count()) > 0) {
    await later.first().click()
    await page.waitForURL(/actes=tous/)
  }
  const line = page.locator('li', { has: page.getByText(act, { exact: true }) }).last()
  return ((await line.textContent()) ?? '').replace(/\s+/g, ' ')
}

/** Whoever takes no part finds nothing at this address. */
export const isShut = async (stage: Stage, path: string, ...logins: string[]): Promise<void> => {
  for (const login of logins)
    expect([login, await (await stage.enter(login)).statusOf(path)]).toEqual([login, 404])
}
