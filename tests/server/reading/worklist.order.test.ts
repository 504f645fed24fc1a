import { expect, it } from 'vitest'
import { anInput } from '../../support/cases.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'
import { noon } from '../../support/world.ts'

const site = await forFile(openSite())
const { tell } = site

/** The police have a clock that ran out, and another that is now nearer than that one. */
const laterThanTheFirst = async () => {
  const id = await tell.consenting()
  await tell.act('cellule.69', id, 'formal.request', { unit: 'GD Lyon' })
  await tell.move('police.69', await tell.referral(id, 'police'), 'accept')
  const filed = { on: '2026-11-24', unit: 'GD Lyon', receipt: 'PV 1', offences: ['225-4-1'] }
  await tell.act('police.69', id, 'complaint.file', filed)
  return id
}

/** What is kept of it for the police: of the first line of their list, and of the reader's own version, which `told` moves. */
const keptOf = async (id: string) => {
  const { rows } = await site.db.owner.query<{ waits: string; told: number; moved: Date }>(
    `select waits_for as waits, told, moved_at as moved from participation where case_id = $1 and capacity = 'police'`,
    [id]
  )
  return rows[0]!
}

it('what comes first for a reader changes with the days, and never by an act that is kept from them', async () => {
  const id = await laterThanTheFirst()
  const before = await keptOf(id)
  expect(before.waits).toBe('evvi.done')
  site.at(new Date(noon.getTime() + 19 * 86_400_000))
  await tell.act('asso.rhone', id, 'needs.assess', anInput('needs.assess'))
  expect(await keptOf(id)).toEqual(before)
  // What they may follow orders it anew.
  await tell.act('asso.rhone', id, 'danger.immediate', anInput('danger.immediate'))
  expect(await keptOf(id)).toMatchObject({ waits: 'formal.yes', told: before.told + 1 })
})
