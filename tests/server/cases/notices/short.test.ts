import { describe, expect, it } from 'vitest'
import { openRemoval } from '../examples/removal.ts'

const { tell, on, acts, clock, body } = await openRemoval()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const told = (id: string, code: string) => clock('asso.rhone', id, code)
const brought = { on, wishes: true }
const decided = { decisionOn: '2026-11-23', notifiedOn: '2026-11-23' }
const rejected = { outcome: 'rejected', decisionOn: on, notifiedOn: on }

// Each decision of somebody who asks for asylum while they are held, by the words of its acts and of its clocks.
const seekers = [
  {
    is: 'entry refused at the border (CESEDA L352-4)',
    ...{ act: 'entry_refused', of: 'entry', code: 'ENTRY', article: 'L. 352-4' }
  },
  {
    is: 'detention that goes on (CESEDA L754-3, L754-4)',
    ...{ act: 'detention_kept', of: 'detention', code: 'KEPT', article: 'L. 754-4' }
  }
] as const

describe.each(seekers)('$is', ({ act, of, code, article }) => {
  it('is written by no prefecture, which is told nothing of it', async () => {
    const id = await tell.reflecting()
    expect(await acts('prefecture.69', id, `asylum.${act}`, decided)).toBe(403)
    const before = await body('prefecture.69', id)
    expect(await asso(id, `asylum.${act}`, decided)).toBe(200)
    expect(await asso(id, `asylum.${of}_contested`, brought)).toBe(200)
    expect(await asso(id, `asylum.${of}_judged`, rejected)).toBe(200)
    expect(await body('prefecture.69', id)).toBe(before)
  })

  it('is contested in forty-eight hours of its hour (L921-2), which an appeal stops', async () => {
    const id = await tell.flagged()
    expect(await asso(id, `asylum.${act}`, { ...decided, notifiedAt: '17:30' })).toBe(200)
    const counted = await told(id, `D-ASYLUM-${code}-48H`)
    expect(counted).toMatchObject({ dueAt: '2026-11-25T16:30:00.000Z', legalEnd: null, state: 'running' })
    expect(JSON.stringify(counted)).toContain(article)
    expect(await asso(id, `asylum.${of}_contested`, brought)).toBe(200)
    expect(await told(id, `D-ASYLUM-${code}-48H`)).toBeUndefined()
  })

  it('of an unknown hour counts from the start of that day, and has its end in law a day later', async () => {
    const id = await tell.flagged()
    await asso(id, `asylum.${act}`, decided)
    expect(await told(id, `D-ASYLUM-${code}-48H`)).toMatchObject({
      dueAt: '2026-11-24T23:00:00.000Z',
      legalEnd: { at: '2026-11-25T23:00:00.000Z' }
    })
  })

  it('of a minor is written down, and said to be against the law', async () => {
    const id = await tell.flagged('asso.rhone', { ageGroup: 'minor', ageBand: '15-17' })
    expect(await asso(id, `asylum.${act}`, decided)).toBe(200)
    expect(await body('asso.rhone', id)).toMatch(/administrateur ad hoc sans délai \(L343-2\)/)
  })

  it('rejected by the court of appeal leaves two months to the Conseil d’État (CJA R821-1), and annulled nothing', async () => {
    const id = await tell.flagged()
    await asso(id, `asylum.${of}_judged`, { ...rejected, outcome: 'annulled' })
    await asso(id, `asylum.${of}_judged`, { ...rejected, outcome: 'annulled', court: 'appeal' })
    for (const after of ['CAA', 'CE']) expect(await told(id, `D-ASYLUM-${code}-${after}`)).toBeUndefined()
    await asso(id, `asylum.${of}_judged`, { ...rejected, court: 'appeal' })
    expect(await told(id, `D-ASYLUM-${code}-CE`)).toMatchObject({ dueOn: '2027-01-25', state: 'running' })
    expect(await told(id, `D-ASYLUM-${code}-CAA`)).toBeUndefined()
  })
})

describe('a claim that is rejected', () => {
  it('against entry refused leaves fifteen days and no suspension (CESEDA L352-9, R922-27)', async () => {
    const id = await tell.flagged()
    await asso(id, 'asylum.entry_judged', rejected)
    const counted = await told(id, 'D-ASYLUM-ENTRY-CAA')
    // Fifteen days from the 24th, and a clear day more.
    expect(counted).toMatchObject({ dueOn: '2026-12-10', state: 'running' })
    expect(JSON.stringify(counted)).toMatch(/ne suspend rien \(L352-9\)/)
    await asso(id, 'asylum.entry_contested', brought)
    expect(await told(id, 'D-ASYLUM-ENTRY-CAA')).toBeUndefined()
  })

  it('against detention that goes on leaves a month (CESEDA R922-27)', async () => {
    const id = await tell.flagged()
    await asso(id, 'asylum.detention_judged', rejected)
    expect(await told(id, 'D-ASYLUM-KEPT-CAA')).toMatchObject({ dueOn: '2026-12-28', state: 'running' })
  })
})

const arrested = { ...decided, appealWithin: 'seven_days' }

describe('house arrest by itself (CESEDA L732-8)', () => {
  it('is contested in seven days, although the obligation to leave is final', async () => {
    const id = await tell.flagged()
    const leave = { decisionOn: '2026-06-01', notifiedOn: '2026-06-01', appealWithin: 'one_month' }
    await asso(id, 'removal.notified', leave)
    expect(await acts('prefecture.69', id, 'house_arrest.notified', arrested)).not.toBe(200)
    expect(await asso(id, 'house_arrest.notified', arrested)).toBe(200)
    const counted = await told(id, 'D-ARREST-7D')
    expect(counted).toMatchObject({ dueOn: '2026-11-30', legalEnd: null, state: 'running' })
    expect(JSON.stringify(counted)).toContain('L. 732-8')
    expect(await told(id, 'D-APPEAL-LEAVE-7D')).toBeUndefined()
    expect(await asso(id, 'house_arrest.contested', brought)).toBe(200)
    expect(await told(id, 'D-ARREST-7D')).toBeUndefined()
  })

  it('is written down by the prefecture that decided it, whatever the file knows', async () => {
    const id = await tell.reflecting()
    expect(await acts('prefecture.69', id, 'house_arrest.notified', arrested)).toBe(200)
    expect(await told(id, 'D-ARREST-7D')).toMatchObject({ state: 'running' })
  })

  it('that the notice gives two months has them (CJA R421-1): L732-8 is of L731-1, 1° to 5°, alone', async () => {
    const id = await tell.flagged()
    await asso(id, 'house_arrest.notified', { ...arrested, appealWithin: 'two_months' })
    expect(await told(id, 'D-ARREST-7D')).toBeUndefined()
    expect(await told(id, 'D-ARREST-TA')).toMatchObject({ dueOn: '2027-01-25', state: 'running' })
  })

  it('rejected leaves a month to the court of appeal (CESEDA R922-27)', async () => {
    const id = await tell.flagged()
    await asso(id, 'house_arrest.judged', rejected)
    expect(await told(id, 'D-ARREST-CAA')).toMatchObject({ dueOn: '2026-12-28', state: 'running' })
  })
})

describe('a return ban decided after the obligation to leave (CESEDA L614-4)', () => {
  it('is contested in seven days, or in forty-eight hours in detention', async () => {
    const id = await tell.flagged()
    await asso(id, 'return_ban.notified', { ...decided, appealWithin: 'seven_days' })
    expect(await told(id, 'D-BAN-7D')).toMatchObject({ dueOn: '2026-11-30', state: 'running' })
    const held = { ...decided, appealWithin: 'forty_eight_hours', notifiedAt: '09:00' }
    await asso(id, 'return_ban.notified', held)
    expect(await told(id, 'D-BAN-48H')).toMatchObject({ dueAt: '2026-11-25T08:00:00.000Z' })
    await asso(id, 'return_ban.contested', brought)
    expect(await told(id, 'D-BAN-48H')).toBeUndefined()
  })

  it('rejected leaves a month to the court of appeal (CESEDA R922-27)', async () => {
    const id = await tell.flagged()
    await asso(id, 'return_ban.judged', rejected)
    expect(await told(id, 'D-BAN-CAA')).toMatchObject({ dueOn: '2026-12-28', state: 'running' })
  })
})
