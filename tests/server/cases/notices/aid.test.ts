import { describe, expect, it } from 'vitest'
import { openRemoval } from '../examples/removal.ts'

const { tell, on, acts, clock, body } = await openRemoval()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const told = (id: string, code: string) => clock('asso.rhone', id, code)
const decided = { decisionOn: '2026-11-16', notifiedOn: '2026-11-16' }
const rejected = { outcome: 'rejected', ...decided }
const asked = '2026-11-18'

// R921-3: « Les délais de recours de sept jours et quarante-huit heures […] ne sont susceptibles d’aucune prorogation. »
it('legal aid lengthens neither seven days nor 48 hours (CESEDA R921-3)', async () => {
  const id = await tell.flagged()
  await asso(id, 'house_arrest.notified', {
    ...decided,
    decisionOn: on,
    notifiedOn: on,
    appealWithin: 'seven_days'
  })
  expect(await asso(id, 'appeal.time', { what: 'aid_asked', about: 'house_arrest', on })).toBe(200)
  expect(await told(id, 'D-ARREST-7D')).toMatchObject({ dueOn: '2026-12-01', legalEnd: null })
})

// Decree 2020-1717, art. 43: « un nouveau délai de même durée ». Its fifteen days are before the tribunal alone: above it time runs from
// the notice of the decision on aid, or from the lawyer’s designation (art. 44, not read; CE, 1 July 2020, no. 426203).
describe('legal aid asked for in time against a judgment', () => {
  it.each([
    ['house_arrest.judged', 'house_arrest_judgment', 'D-ARREST-CAA'],
    ['return_ban.judged', 'return_ban_judgment', 'D-BAN-CAA']
  ])(
    '%s leaves its month without an end, which runs whole again from the decision',
    async (act, about, code) => {
      const id = await tell.flagged()
      await asso(id, act, rejected)
      expect(await told(id, code)).toMatchObject({ legalEnd: null })
      await asso(id, 'appeal.time', { what: 'aid_asked', about, on: asked })
      const safe = await told(id, code)
      expect(safe).toMatchObject({ startsOn: '2026-11-16', legalEnd: { on: null } })
      await asso(id, 'appeal.time', { what: 'aid_decided', about, on })
      expect(await told(id, code)).toMatchObject({ startsOn: on, legalEnd: null })
    }
  )

  it('has no fifteen days more, as the tribunal has, but counts from the lawyer’s designation (art. 43, 44)', async () => {
    const decidedOn = '2026-11-20'
    const ends = async (about: string, code: string, ...[act, input]: [string, object]) => {
      const id = await tell.flagged()
      await asso(id, act, input)
      await asso(id, 'appeal.time', { what: 'aid_asked', about, on: asked })
      await asso(id, 'appeal.time', { what: 'aid_decided', about, on: decidedOn, lawyerOn: on })
      return told(id, code)
    }
    const court = ['house_arrest_judgment', 'D-ARREST-CAA', 'house_arrest.judged', rejected] as const
    expect(await ends(...court)).toMatchObject({ startsOn: decidedOn, legalEnd: { on: '2026-12-28' } })
    const notice = { ...decided, appealWithin: 'two_months' }
    const tribunal = ['house_arrest', 'D-ARREST-TA', 'house_arrest.notified', notice] as const
    expect(await ends(...tribunal)).toMatchObject({ startsOn: decidedOn, legalEnd: { on: '2027-02-08' } })
  })

  it('of which nobody knew that it was asked for leaves the safe day, and in law runs from the notice of its decision', async () => {
    const id = await tell.flagged()
    await asso(id, 'return_ban.judged', rejected)
    await asso(id, 'appeal.time', { what: 'aid_decided', about: 'return_ban_judgment', on: '2026-11-20' })
    expect(await told(id, 'D-BAN-CAA')).toMatchObject({
      ...{
        startsOn: '2026-11-16',
        legalEnd: {
          on: '2026-12-21',
          why: [expect.stringMatching(/art\. 44, non lu/), expect.stringMatching(/ou peut l’avoir fait/)]
        }
      }
    })
  })

  it('leaves so the two months against another house arrest, as reconsideration does (CRPA L411-2)', async () => {
    for (const what of ['aid_asked', 'gracious']) {
      const id = await tell.flagged()
      await asso(id, 'house_arrest.notified', { ...decided, appealWithin: 'two_months' })
      await asso(id, 'appeal.time', { what, about: 'house_arrest', on: asked })
      expect(await told(id, 'D-ARREST-TA')).toMatchObject({ startsOn: '2026-11-16', legalEnd: { on: null } })
    }
  })

  const ofAsylum = [
    ['asylum.entry_judged', 'entry_judgment', 'D-ASYLUM-ENTRY-CAA'],
    ['asylum.detention_judged', 'kept_judgment', 'D-ASYLUM-KEPT-CAA']
  ] as const
  it.each(ofAsylum)('%s leaves it so as well, and tells the prefecture nothing', async (act, about, code) => {
    const id = await tell.reflecting()
    await asso(id, act, rejected)
    const before = await body('prefecture.69', id)
    expect(await acts('prefecture.69', id, 'asylum.aid_asked', { on, about, wishes: true })).toBe(403)
    expect(await asso(id, 'asylum.aid_asked', { on: asked, about, wishes: true })).toBe(200)
    expect(await told(id, code)).toMatchObject({ startsOn: '2026-11-16', legalEnd: { on: null } })
    await asso(id, 'asylum.aid_asked', { on: asked, about, decidedOn: on, wishes: true })
    expect(await told(id, code)).toMatchObject({ startsOn: on, legalEnd: null })
    expect(await body('prefecture.69', id)).toBe(before)
  })
})
