import { describe, expect, it } from 'vitest'
import { acts, amongBirthdays, complaint, read, site } from '../../../support/running/birthdays.ts'

amongBirthdays()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const running = async (id: string, code: string) =>
  (await read('asso.rhone', id)).deadlines.filter((one) => one.code === code && one.state === 'running')

const on = '2026-11-24'
const complained = async () => {
  const id = await site.tell.consenting()
  await asso(id, 'complaint.file', complaint)
  return id
}

describe('a deposit ordered of the civil party (CPP 88)', () => {
  it('is due by the day of the order, or the complaint is inadmissible; paid, or dispensed with by legal aid, it is settled', async () => {
    for (const how of ['paid', 'aid', 'exempted']) {
      const id = await complained()
      await asso(id, 'civil_party.deposit', { on, payBy: '2026-12-19' })
      // The day that the judge has set, a Saturday: nothing that was read moves it.
      expect(await running(id, 'D-DEPOSIT')).toMatchObject([{ dueOn: '2026-12-19' }])
      await asso(id, 'civil_party.deposited', { on, how })
      expect(await running(id, 'D-DEPOSIT')).toEqual([])
    }
  })
})

describe('an order that refuses to investigate, or finds the complaint inadmissible (CPP 86, 87)', () => {
  it.each(['no_inquiry', 'inadmissible'])('%s, is appealed against in ten days (CPP 186)', async (order) => {
    const id = await complained()
    await asso(id, 'civil_party.refused', { order, notifiedOn: '2026-11-20' })
    const [counted] = await running(id, 'D-APPEAL-ORDER')
    expect(counted).toMatchObject({ dueOn: '2026-11-30' })
    expect(counted?.computation.join(' ')).toMatch(/CPP 502/)
    await asso(id, 'civil_party.order_appealed', { on })
    expect(await running(id, 'D-APPEAL-ORDER')).toEqual([])
  })

  it('leaves the procedure where it stands', async () => {
    const id = await complained()
    await asso(id, 'civil_party.refused', { order: 'inadmissible', notifiedOn: '2026-11-20' })
    const { regions } = await read('asso.rhone', id)
    expect(regions.find((one) => one.id === 'judicial')).toMatchObject({ state: 'complaint_filed' })
  })
})

describe('the guarantee fund (CPP 706-5-1)', () => {
  it.each(['offer', 'refused'])('answers by an %s, and its two months stop', async (answer) => {
    const id = await complained()
    await asso(id, 'civi.claim', { ground: 'listed', receivedOn: '2026-11-10', agrees: true })
    expect(await running(id, 'D-FGTI-OFFER')).toMatchObject([{ dueOn: '2027-01-10' }])
    await asso(id, 'civi.offered', { answer, on })
    expect(await running(id, 'D-FGTI-OFFER')).toEqual([])
  })
})
