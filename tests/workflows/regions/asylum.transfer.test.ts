import { describe, expect, it } from 'vitest'
import { commandRow } from '../../../workflows/case/commands.ts'
import { deadlineRegister } from '../../../workflows/deadlines/deadlines.ts'
import { doubts } from '../../../workflows/deadlines/doubts.ts'
import { openedBy } from '../../../workflows/deadlines/running/opening.ts'
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
