import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { doubts } from '../../../workflows/deadlines/doubts.ts'
import { filings } from '../../../workflows/deadlines/filing.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
import { recountsIn } from '../../../workflows/deadlines/running/concerned.ts'
import { recounted } from '../../../workflows/deadlines/running/recount.ts'
import { aCase } from '../../support/cases.ts'

const on = '2026-11-24'
const notice = { decisionOn: on, notifiedOn: on, appealWithin: 'forty_eight_hours', notifiedAt: '10:00' }
const after = aCase({ regions: { asylum: 'pending' }, facts: { transferStands: true } })
const opened = (input: object) =>
  openedBy('transfer.notified', { ...notice, ...input }, { before: null, after })
const doubtsOf = (input: object) =>
  opened(input)
    .find(({ code }) => code === 'D-APPEAL-TRANSFER-48H')
    ?.inLaw?.doubts.map(({ id }) => id)

// Article 84 §2 keeps the criteria of Regulation no. 604/2013 alone; article 83 repeals the rest from 1 July 2026.
describe('the week of Union law (2024/1351, art. 43 §2)', () => {
  it('is given by no notice from before 1 July 2026, whenever the claim was registered', () => {
    const earlier = { decisionOn: '2026-06-30', notifiedOn: '2026-06-30' }
    for (const registered of [{}, { registered: 'before' }])
      expect([registered, doubtsOf({ ...earlier, ...registered })]).toEqual([registered, []])
  })

  it.each(['before', 'since', undefined])(
    'is given by every notice since, of a claim registered %s (art. 83, art. 84 §2)',
    (registered) => {
      expect(doubtsOf(registered === undefined ? {} : { registered })).toEqual(['unionWeek'])
      expect(doubtsOf({ notifiedOn: '2026-07-01' })).toEqual(['unionWeek'])
    }
  )

  it('is said of the notice, and of no registration', () => {
    expect(doubts.unionWeek.says.fr).toMatch(/^Notifiée depuis le 1er juillet 2026.*art\. 84/)
  })

  it('the older clock is called one of criteria, and names article 46 beside its own', () => {
    const { label, relief, basis } = deadlineRegister['D-TRANSFER-2013']
    expect(basis).toBe('EU.604-2013.29')
    expect(label.fr).toMatch(/critères du règlement n° 604\/2013/)
    expect(relief.fr).toMatch(/article 84 .*critères.*2024\/1351, art\. 46/)
    const asked = JSON.stringify(commandRow('transfer.notified').input.properties)
    expect(asked).toMatch(/avant le 1er juillet 2026 : critères du règlement n° 604\/2013/)
  })
})

// « within six months of the acceptance […] or of the final decision on an appeal or review […] with suspensive effect ».
describe('six months to transfer, from the judgment where it was appealed against (2024/1351, art. 46 §1)', () => {
  const clocks = ['D-TRANSFER', 'D-TRANSFER-2013'] as const
  const accepted = { from: '2026-11-01', stood: [], inLaw: null, dueOn: '2026-12-31' }
  type Counting = Parameters<typeof recounted>[2]
  type Act = 'transfer.appeal' | 'transfer.judged'
  const counts = (type: Act, input: object, one: Counting = accepted): Counting =>
    recountsIn(commandRow(type).recounts, { ...input }).reduce<Counting>(
      (counting, each) => ({ ...counting, ...recounted(each, { ...input }, counting) }),
      one
    )

  it('a judgment moves no safe day that no appeal was known to interrupt, and may in law', () => {
    expect(counts('transfer.judged', { prefectOn: '2027-01-10' })).toMatchObject({
      from: '2026-11-01',
      inLaw: { doubts: [{ id: 'transferJudged', from: '2027-01-10' }] }
    })
    expect(counts('transfer.judged', { decisionOn: '2027-01-10' })).toBe(accepted)
  })

  it('an appeal on points of law interrupts them no more, and one of which nobody says so may', () => {
    expect(counts('transfer.appeal', { on: '2026-11-25', against: 'judgment' })).toBe(accepted)
    for (const against of ['decision', undefined])
      expect(counts('transfer.appeal', { on: '2026-11-25', against })).not.toBe(accepted)
  })

  it('an appeal leaves no end in law, and the day from the agreement as the safe one', () => {
    for (const type of ['transfer.appeal', 'transfer.judged'] as const)
      for (const { codes } of commandRow(type).recounts) expect(codes).toEqual(clocks)
    const waiting = counts('transfer.appeal', { on: '2026-11-25' })
    expect(waiting).toEqual({
      ...accepted,
      inLaw: { hour: null, doubts: [{ id: 'transferAppealed', from: '2026-11-25' }] }
    })
    expect(doubts.transferAppealed).toMatchObject({ gives: 'no end', basis: 'EU.2024-1351.46' })
  })

  it('its rejection gives them whole again from the day on which the prefect was notified (CE 420708, 421276)', () => {
    const waiting = counts('transfer.appeal', { on: '2026-11-25' })
    const judged = counts('transfer.judged', { prefectOn: '2027-01-10' }, waiting)
    expect(judged).toMatchObject({ from: '2027-01-10', inLaw: { doubts: [] } })
    expect(commandRow('transfer.judged').basis).toEqual(expect.arrayContaining(['CE.420708', 'CE.421276']))
  })

  it('and is said on the form that asks for the other State’s agreement', () => {
    const { acceptedOn } = commandRow('transfer.notified').input.properties as { acceptedOn: object }
    expect(JSON.stringify(acceptedOn)).toMatch(/recours l’interrompt.*art\. 46/)
  })
})

// « Where the person concerned has not exercised his or her right to request suspensive effect, the appeal […] shall not suspend ».
describe('an appeal against a transfer asks for suspension as well (2024/1351, art. 43 §3)', () => {
  const filedAs = filings[deadlineRegister['D-APPEAL-TRANSFER-7D'].filed]
  const hint = JSON.stringify(commandRow('transfer.notified').input.properties['notifiedOn'])

  it('no hint says that the appeal alone suspends, and nothing more', () => {
    expect(hint).not.toMatch(/ni avant le jugement si le tribunal est saisi\./)
    expect(hint).toMatch(/demandez le sursis dans la même requête.*art\. 43, par\. 3/)
  })

  it('is said with the clock: in the same claim and time, beside L572-2, with free legal help on request (§5)', () => {
    expect(filedAs.says.fr).toMatch(
      /Demandez le sursis dans la même requête et le même délai \(2024\/1351, art\. 43, par\. 3\).*L572-2.*gratuite.*par\. 5/
    )
    expect(filedAs.says.en).toMatch(/same claim and within the same time.*L572-2.*free.*par\. 5/)
    expect(filedAs.basis).toEqual(expect.arrayContaining(['EU.2024-1351.43', 'CESEDA.L572-2']))
    expect(deadlineRegister['D-APPEAL-TRANSFER-48H'].filed).toBe('transfer')
  })
})
