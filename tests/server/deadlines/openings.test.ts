import { describe, expect, it } from 'vitest'
import { stillAhead, type Openings } from '../../../server/deadlines/openings.ts'

describe('what an older record opens', () => {
  const at = new Date('2026-11-24T10:00:00Z')
  const row = (code: string, dueAt: string) => ({ code, dueAt: new Date(dueAt) })
  const [over, now, ahead] = [
    row('D-TA', '2026-11-23T22:59:59.999Z'),
    row('D-REFLEX', at.toISOString()),
    row('D-CIVI', '2026-11-24T10:00:00.001Z')
  ]
  const opened = {
    rows: [over, now, ahead],
    restarted: ['D-TA', 'D-CIVI'],
    interrupted: ['D-REFLEX'],
    giving: { first: ['D-CIVI'] }
  } as unknown as Openings

  it('counts where its day is still to come, and what is over by then is not opened', () => {
    expect(stillAhead(opened, at).rows).toEqual([ahead])
    expect(stillAhead({ ...opened, rows: [] }, at).rows).toEqual([])
  })

  it('starts nothing anew and interrupts nothing: what runs was begun by a newer paper', () => {
    expect(stillAhead(opened, at)).toMatchObject({
      restarted: [],
      interrupted: [],
      giving: { first: ['D-CIVI'] }
    })
  })
})
