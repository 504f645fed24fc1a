import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openCell } from '../../support/meetings.ts'

const cell = await forFile(openCell())
const { owner } = cell.world.db

it('a house that goes to another territory leaves the cases that its member weighed, and what it had left before stays left on its day', async () => {
  const [weighed, before] = [await cell.triaged(), await cell.triaged()]
  const { orgId } = cell.world.as('membre.69')
  const part = 'case_id = $1 and org_id = $2'
  await owner.query(
    `update participation set since = now() - interval '90 days', until = now() - interval '60 days'
      where ${part} and capacity = 'cell_member'`,
    [before, orgId]
  )
  const leftOn = async (id: string) =>
    (
      await owner.query<{ until: Date | null }>(
        `select until from participation where ${part} and capacity = 'cell_member'`,
        [id, orgId]
      )
    ).rows[0]!.until
  const day = await leftOn(before)
  expect([day === null, await leftOn(weighed)]).toEqual([false, null])
  await owner.query(`update organisation set territory = '38' where id = $1`, [orgId])
  expect(await leftOn(weighed)).not.toBeNull()
  expect(await leftOn(before)).toEqual(day)
})
