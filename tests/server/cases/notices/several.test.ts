import { describe, expect, it } from 'vitest'
import { openRemoval } from '../examples/removal.ts'

const { tell, on, acts, clock, body } = await openRemoval()

const asso = (id: string, command: string, input: object) => acts('asso.rhone', id, command, input)
const told = (id: string, code: string) => clock('asso.rhone', id, code)
const state = async (id: string, code: string) => (await told(id, code))?.state
const arrested = { decisionOn: '2026-11-23', notifiedOn: '2026-11-23', appealWithin: 'seven_days' }
const rejected = { outcome: 'rejected', decisionOn: '2026-11-20', notifiedOn: '2026-11-20' }

describe('an appeal against one of several decisions contested by the hour', () => {
  // A house arrest is renewed twice (CESEDA L732-3): each has its own seven days, and each judgment its own month.
  it('leaves the month against the judgment on the first, whether or not it says which it is against', async () => {
    const id = await tell.flagged()
    await asso(id, 'house_arrest.judged', rejected)
    await asso(id, 'house_arrest.notified', arrested)
    await asso(id, 'house_arrest.contested', { on, wishes: true })
    expect([await state(id, 'D-ARREST-CAA'), await state(id, 'D-ARREST-7D')]).toEqual(['running', 'running'])
    await asso(id, 'house_arrest.contested', {
      on,
      wishes: true,
      against: 'decision',
      noticeOn: '2026-11-23'
    })
    expect(await state(id, 'D-ARREST-CAA')).toBe('running')
    expect(await told(id, 'D-ARREST-7D')).toBeUndefined()
  })

  it('of an entry refused leaves the fifteen days against the judgment (L352-9), and that of a court stops them', async () => {
    const id = await tell.flagged()
    await asso(id, 'asylum.entry_judged', rejected)
    await asso(id, 'asylum.entry_refused', { decisionOn: '2026-11-23', notifiedOn: '2026-11-23' })
    await asso(id, 'asylum.entry_contested', { on, wishes: true, against: 'decision' })
    expect(await state(id, 'D-ASYLUM-ENTRY-CAA')).toBe('running')
    await asso(id, 'asylum.entry_contested', { on, wishes: true, against: 'judgment' })
    expect(await told(id, 'D-ASYLUM-ENTRY-CAA')).toBeUndefined()
  })
})

describe('a house arrest beside an obligation to leave that can still be contested', () => {
  const month = async (said: object = {}) => {
    const id = await tell.flagged()
    const leave = { decisionOn: '2026-11-20', notifiedOn: '2026-11-20', appealWithin: 'one_month' }
    await asso(id, 'removal.notified', { ...leave, ...said })
    expect(await told(id, 'D-APPEAL-LEAVE')).toMatchObject({ state: 'running', dueOn: '2026-12-21' })
    return id
  }

  // R921-1: « l’autorité administrative l’informe que ce délai est interrompu et qu’il dispose désormais, à compter de cette
  // information, du délai de sept jours ».
  it('cuts its month by no notice that tells the person nothing of it (CESEDA R921-1), nor where it is of two months', async () => {
    const id = await month()
    await asso(id, 'house_arrest.notified', { ...arrested, appealWithin: 'two_months' })
    await asso(id, 'house_arrest.notified', { ...arrested, informed: 'no' })
    expect(await told(id, 'D-APPEAL-LEAVE')).toMatchObject({ state: 'running', dueOn: '2026-12-21' })
    expect(await told(id, 'D-APPEAL-LEAVE-7D')).toBeUndefined()
  })

  it('cuts it to seven days from the day on which the authority told the person so (CESEDA R921-1)', async () => {
    const id = await month()
    await asso(id, 'house_arrest.notified', { ...arrested, informed: 'yes', informedOn: on })
    expect(await told(id, 'D-APPEAL-LEAVE')).toBeUndefined()
    expect(await told(id, 'D-APPEAL-LEAVE-7D')).toMatchObject({
      ...{ startsOn: on, dueOn: '2026-12-01', legalEnd: { on: '2026-12-02' } }
    })
    const same = await month()
    await asso(same, 'house_arrest.notified', { ...arrested, informed: 'yes' })
    expect(await told(same, 'D-APPEAL-LEAVE-7D')).toMatchObject({ dueOn: '2026-11-30' })
  })

  it('of which nobody says whether it was told has the seven days for safe, and the month for its end in law', async () => {
    for (const said of [{}, { informed: 'unknown' }]) {
      const id = await month()
      await asso(id, 'house_arrest.notified', { ...arrested, ...said })
      expect(await told(id, 'D-APPEAL-LEAVE')).toBeUndefined()
      expect(await told(id, 'D-APPEAL-LEAVE-7D')).toMatchObject({
        ...{ dueOn: '2026-11-30', legalEnd: { on: '2026-12-21' } }
      })
      await asso(id, 'house_arrest.notified', { ...arrested, informed: 'yes', informedOn: on })
      expect(await told(id, 'D-APPEAL-LEAVE-7D')).toMatchObject({
        ...{ dueOn: '2026-12-01', legalEnd: { on: '2026-12-02' } }
      })
    }
  })

  it('of which nobody says so leaves the month where its last day comes before that of the seven (CESEDA R921-1)', async () => {
    const leave = { decisionOn: '2026-10-26', notifiedOn: '2026-10-26', appealWithin: 'one_month' }
    const late = { ...arrested, decisionOn: '2026-11-24', notifiedOn: '2026-11-24' }
    for (const said of [{}, { informed: 'unknown' }]) {
      const id = await tell.flagged()
      await asso(id, 'removal.notified', leave)
      await asso(id, 'house_arrest.notified', { ...late, ...said })
      expect(await told(id, 'D-APPEAL-LEAVE')).toMatchObject({
        ...{ state: 'running', dueOn: '2026-11-27', legalEnd: { on: '2026-12-02' } }
      })
      expect(await told(id, 'D-APPEAL-LEAVE-7D')).toBeUndefined()
      await asso(id, 'house_arrest.notified', { ...late, informed: 'yes' })
      expect(await told(id, 'D-APPEAL-LEAVE-7D')).toMatchObject({ dueOn: '2026-12-01' })
    }
  })

  it('leaves in doubt what was in doubt before it: ways of appeal that the obligation did not state (CJA R421-5)', async () => {
    const id = await month({ remediesStated: 'no' })
    await asso(id, 'house_arrest.notified', { ...arrested, informed: 'yes', informedOn: on })
    expect(await told(id, 'D-APPEAL-LEAVE-7D')).toMatchObject({ dueOn: '2026-12-01', legalEnd: { on: null } })
  })

  it('is waited for although the obligation was joined to the refusal of a permit, and no act of removal names it', async () => {
    const id = await tell.flagged()
    await asso(id, 'house_arrest.notified', arrested)
    const { actions } = JSON.parse(await body('asso.rhone', id)) as { actions: { command: string }[] }
    const open = actions.find(({ command }) => command === 'house_arrest.contested')
    expect(open).toMatchObject({ enabled: true, primary: true })
  })
})

describe('the rejection of an appeal against a transfer', () => {
  const transfer = { decisionOn: '2026-11-02', notifiedOn: '2026-11-02', appealWithin: 'seven_days' }
  const judged = async (where?: 'territory' | 'border') => {
    const id = await tell.reflecting()
    await asso(id, 'transfer.notified', transfer)
    await asso(id, 'transfer.judged', {
      decisionOn: '2026-11-23',
      notifiedOn: '2026-11-23',
      ...(where && { where })
    })
    return [await state(id, 'D-TRANSFER-CAA'), await state(id, 'D-TRANSFER-CE')]
  }

  it('leaves fifteen days to appeal at the border (L352-9), the Conseil d’État in the territory (R922-26), and unsaid both', async () => {
    expect(await judged('border')).toEqual(['running', undefined])
    expect(await judged('territory')).toEqual([undefined, 'running'])
    expect(await judged()).toEqual(['running', 'running'])
  })
})
