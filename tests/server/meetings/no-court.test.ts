import { expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { viewMeeting } from '../../../server/meetings/view.ts'
import { forFile } from '../../support/for-file.ts'
import { openCell } from '../../support/meetings.ts'
import { signedProtocol } from '../../support/running/protocols.ts'
import { noon } from '../../support/world.ts'

const cell = await forFile(openCell())

it('whoever prepares an agenda is asked for the court of a case from elsewhere once a court of theirs has a protocol, and not before', async () => {
  const caseId = await cell.triaged()
  const elsewhere = `update "case" set facts = facts || '{"met":"75"}' where id = $1`
  await cell.world.db.owner.query(elsewhere, [caseId])
  const id = await cell.meet.planned()
  const asked = async () => {
    const actor = cell.world.as('cellule.69')
    const view = await inContext(cell.world.db.app, actor, (tx) =>
      viewMeeting(tx, id, { actor, locale: 'fr', now: noon })
    )
    return view.items.find((one) => one.caseId === caseId)!.court
  }
  expect(await asked()).toBeNull()
  await signedProtocol(cell.world, '69.lyon-2026-11', { decidesBy: 'consensus' })
  expect(await asked()).toEqual({ said: null, among: [{ id: '69.lyon', label: 'Lyon' }] })
})
