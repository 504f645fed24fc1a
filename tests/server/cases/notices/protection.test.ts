import { describe, expect, it } from 'vitest'
import { openRemoval } from '../examples/removal.ts'

const { tell, on, acts, clock, body } = await openRemoval()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const ended = { what: 'refugee', notifiedOn: '2026-11-20' }

const state = async (id: string) => {
  const { regions } = JSON.parse(await body('asso.rhone', id)) as { regions: { id: string; state: string }[] }
  return regions.find((one) => one.id === 'asylum')?.state
}
const refugee = async () => {
  const id = await tell.flagged()
  await asso(id, 'asylum.lodged', { attestedOn: '2024-06-01', wishes: true })
  await asso(id, 'asylum.decision', { decision: 'protected', decisionOn: '2025-06-01' })
  return id
}

// L532-1 names L511-1 to L511-8 and L512-1 to L512-3 among what the asylum court is asked about.
describe('the end of refugee status or of subsidiary protection (CESEDA L511-8, L512-3)', () => {
  it('leaves a month to go to the asylum court (L532-1), which an appeal stops', async () => {
    const id = await refugee()
    expect(await acts('prefecture.69', id, 'asylum.protection_ended', ended)).not.toBe(200)
    expect(await asso(id, 'asylum.protection_ended', ended)).toBe(200)
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA')).toMatchObject({
      ...{ startsOn: '2026-11-20', dueOn: '2026-12-20', state: 'running' }
    })
    expect(await asso(id, 'asylum.appealed', { on, wishes: true })).toBe(200)
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA')).toBeUndefined()
  })

  it('of which the notice states less has that day as the safe one; what it states beyond the month is kept and not counted', async () => {
    const beyond = await refugee()
    expect(await asso(beyond, 'asylum.protection_ended', { ...ended, lastDay: '2026-12-21' })).toBe(200)
    expect(await clock('asso.rhone', beyond, 'D-APPEAL-CNDA-STATED')).toBeUndefined()
    expect(await clock('asso.rhone', beyond, 'D-APPEAL-CNDA')).toMatchObject({ dueOn: '2026-12-20' })
    const id = await refugee()
    expect(await asso(id, 'asylum.protection_ended', { ...ended, lastDay: '2026-12-04' })).toBe(200)
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA-STATED')).toMatchObject({ dueOn: '2026-12-04' })
  })

  it('takes the protection away once it is final, and not before (L424-6)', async () => {
    const id = await refugee()
    await asso(id, 'asylum.protection_ended', ended)
    expect(await state(id)).toBe('protected')
    expect(await asso(id, 'asylum.protection_lost', { finalOn: on })).toBe(200)
    expect(await state(id)).toBe('refused')
    // Nothing is final inside the time that the person has against it.
    expect(await clock('asso.rhone', id, 'D-APPEAL-CNDA')).toMatchObject({ state: 'running' })
  })
})
