import { describe, expect, it } from 'vitest'
import { complaint } from '../../../support/regions/judicial.ts'
import { openRemoval } from '../examples/removal.ts'

const { tell, on, acts, clock } = await openRemoval()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const court = (id: string, command: string, input: object) => acts('parquet.lyon', id, command, input)
const told = (id: string, code: string) => clock('asso.rhone', id, code)

const tried = async (pronouncedOn?: string) => {
  const id = await tell.consenting()
  await asso(id, 'complaint.file', { ...complaint, on: '2026-08-03', lastFactsOn: '2026-07-01' })
  await asso(id, 'civil_party.join', { who: 'person', on: '2026-08-03', agrees: true })
  await court(id, 'stage.instruction', {})
  const judged = { court: 'criminal', pronouncedOn, presence: 'present' }
  if (pronouncedOn) expect(await court(id, 'procedure.acquitted', judged)).toBe(200)
  return id
}
const appealed = async (id: string, day: string) => {
  expect(await court(id, 'acquittal.appealed', { on: day, against: 'judgment' })).toBe(200)
  return id
}

// CPP 500: « En cas d'appel d'une des parties pendant les délais ci-dessus, les autres parties ont un délai supplémentaire de cinq
// jours pour interjeter appel. »
describe('another party’s appeal (CPP 500)', () => {
  it('after the ten days of the person adds nothing to them: five of their own are the safe ones', async () => {
    const id = await appealed(await tried('2026-11-02'), '2026-11-20')
    expect(await told(id, 'D-APPEAL-INCIDENT')).toMatchObject({
      ...{ startsOn: '2026-11-20', dueOn: '2026-11-25', legalEnd: null }
    })
  })

  it('within them adds five days to the ten, and gives no day before their end', async () => {
    const id = await appealed(await tried('2026-11-16'), '2026-11-18')
    expect(await told(id, 'D-APPEAL-INCIDENT')).toBeUndefined()
    expect(await told(id, 'D-APPEAL-JUDGMENT')).toMatchObject({
      ...{ dueOn: '2026-11-26', state: 'running' },
      legalEnd: {
        on: '2026-12-01',
        why: [expect.stringMatching(/cinq jours de plus.*CPP 500/), expect.anything()]
      }
    })
  })

  // The tenth day is a Sunday; five days from the Monday end on a Saturday (CPP 801).
  it('on the working day that extends the ten leaves five days after it all the same', async () => {
    const id = await appealed(await tried('2026-11-12'), '2026-11-23')
    expect(await told(id, 'D-APPEAL-JUDGMENT')).toMatchObject({ legalEnd: { on: '2026-11-30' } })
  })

  it('after the safe day of ten that stand by a doubt alone has five days of its own: whoever was there has no others', async () => {
    const id = await tried()
    expect(
      await court(id, 'procedure.acquitted', {
        court: 'criminal',
        pronouncedOn: '2026-11-02',
        presence: 'unknown'
      })
    ).toBe(200)
    expect(await told(id, 'D-APPEAL-JUDGMENT')).toMatchObject({ dueOn: '2026-11-12', legalEnd: { on: null } })
    await appealed(id, '2026-11-20')
    expect(await told(id, 'D-APPEAL-INCIDENT')).toMatchObject({ startsOn: '2026-11-20', dueOn: '2026-11-25' })
  })

  it('of a judgment that nobody recorded counts five days from it, and in law those that may come after the ten', async () => {
    const id = await appealed(await tried(), '2026-11-20')
    expect(await told(id, 'D-APPEAL-INCIDENT')).toMatchObject({
      ...{ dueOn: '2026-11-25', legalEnd: { on: '2026-12-07' } }
    })
  })

  it('is followed by her own, which stops the longer time as well', async () => {
    const id = await appealed(await tried('2026-11-16'), '2026-11-18')
    expect(await asso(id, 'civil.appealed', { on })).toBe(200)
    expect(await told(id, 'D-APPEAL-JUDGMENT')).toBeUndefined()
  })
})
