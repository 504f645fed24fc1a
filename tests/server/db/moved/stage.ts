import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Mistake } from '../../../../verify/mutation/mistake.ts'
import { freshDatabase } from '../../../support/running/db.ts'
import { openRows, type Scene } from './rows.ts'

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const openScenes = async () => {
  const db = await freshDatabase()
  const rows = await openRows(db)
  return {
    /** What happens in each scene is what is said, and each mistake of the list is made in all of them: one of them tells otherwise. */
    stand: (
      scenes: Readonly<Record<string, Scene>>,
      happens: Readonly<Record<string, string>>,
      mistakes: readonly Mistake[]
    ) => {
      if (!isDeepStrictEqual(Object.keys(happens), Object.keys(scenes)))
        throw new Error('of each scene it is said what happens, in their order')
      describe('what becomes of each row', () => {
        it.each(Object.entries(scenes))('%s', async (name, scene) =>
          expect(await rows.happens(scene)).toEqual(lines(happens[name]!))
        )
      })
      it.each(mistakes)('it would be seen that $why', async ({ sql }) => {
        for (const [name, scene] of Object.entries(scenes)) {
          const otherwise = (await rows.happens(scene, sql)).join('\n')
          expect(otherwise).not.toMatch(/syntax error|does not hold once/)
          if (otherwise !== lines(happens[name]!).join('\n')) return
        }
        expect.fail('nothing happens otherwise')
      })
    },
    close: async () => {
      await rows.close()
      await db.close()
    }
  }
}
