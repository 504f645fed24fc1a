import { describe, expect, it } from 'vitest'
import { openRemoval } from './removal.ts'

const { tell, on, acts, badge, clock, body } = await openRemoval()

const transfer = { decisionOn: on, notifiedOn: on, appealWithin: 'seven_days', acceptedOn: '2026-11-01' }

// CJEU 20 October 2022, C-66/21: during the reflection period a transfer decision may be taken and is not carried out.
describe('a transfer to another State (CESEDA L572-1 to L572-4)', () => {
  it('is written by no prefecture, which may know nothing of asylum here', async () => {
    const id = await tell.reflecting()
    expect(await acts('prefecture.69', id, 'transfer.notified', transfer)).toBe(403)
  })

  it('is written down while reflection runs, and said not to be carried out before it ends', async () => {
    const id = await tell.reflecting()
    expect(await acts('asso.rhone', id, 'transfer.notified', transfer)).toBe(200)
    expect(await badge('asso.rhone', id, 'transfer')).toBe(
      'Transfert vers un autre État, inexécutable pendant la réflexion'
    )
    expect(await clock('asso.rhone', id, 'D-APPEAL-TRANSFER-7D')).toMatchObject({ state: 'running' })
  })

  it('has six months that go on while reflection runs: nothing read makes them longer for the person', async () => {
    const id = await tell.reflecting()
    await acts('asso.rhone', id, 'transfer.notified', transfer)
    expect(await clock('asso.rhone', id, 'D-TRANSFER')).toMatchObject({
      state: 'running',
      dueOn: '2027-05-01'
    })
  })

  it('appealed against has no end in law, and six months whole from the judgment told to the prefect (2024/1351, art. 46)', async () => {
    const id = await tell.reflecting()
    await acts('asso.rhone', id, 'transfer.notified', { ...transfer, acceptedOn: '2026-06-20' })
    expect(await clock('asso.rhone', id, 'D-TRANSFER')).toMatchObject({ dueOn: '2026-12-20', legalEnd: null })
    await acts('asso.rhone', id, 'transfer.appeal', { on, wishes: true })
    const waiting = await clock('asso.rhone', id, 'D-TRANSFER')
    expect(waiting).toMatchObject({ dueOn: '2026-12-20', legalEnd: { on: null } })
    expect(JSON.stringify(waiting)).toMatch(/420708.*trois ans/)
    // Of a judgment of which nobody knows when the prefect was told, they keep no end.
    expect(await acts('asso.rhone', id, 'transfer.judged', { decisionOn: '2026-11-20' })).toBe(200)
    expect(await clock('asso.rhone', id, 'D-TRANSFER')).toMatchObject({ legalEnd: { on: null } })
    await acts('asso.rhone', id, 'transfer.judged', { decisionOn: '2026-11-20', prefectOn: on })
    expect(await clock('asso.rhone', id, 'D-TRANSFER')).toMatchObject({ dueOn: '2027-05-24', legalEnd: null })
  })

  it('rejected on an appeal that nobody had written down may count them whole again in law (2024/1351, art. 46)', async () => {
    const id = await tell.reflecting()
    await acts('asso.rhone', id, 'transfer.notified', { ...transfer, acceptedOn: '2026-06-20' })
    await acts('asso.rhone', id, 'transfer.judged', { decisionOn: '2026-11-20', prefectOn: on })
    expect(await clock('asso.rhone', id, 'D-TRANSFER')).toMatchObject({
      ...{ dueOn: '2026-12-20', legalEnd: { on: '2027-05-24' } }
    })
  })

  it('judged without appeal (CESEDA R922-26) has two months for the Conseil d’État, from the notice to the person (CJA R821-1)', async () => {
    const id = await tell.reflecting()
    await acts('asso.rhone', id, 'transfer.notified', transfer)
    await acts('asso.rhone', id, 'transfer.appeal', { on, wishes: true })
    expect(await clock('asso.rhone', id, 'D-TRANSFER-CE')).toBeUndefined()
    expect((await clock('asso.rhone', id, 'D-APPEAL-TRANSFER-7D'))?.state).not.toBe('running')
    expect(await acts('prefecture.69', id, 'transfer.judged', { decisionOn: '2026-11-23' })).toBe(403)
    await acts('asso.rhone', id, 'transfer.judged', { decisionOn: '2026-11-23' })
    const safe = await clock('asso.rhone', id, 'D-TRANSFER-CE')
    // Two months from the 23rd, a clear day more, and no Sunday.
    expect(safe).toMatchObject({ state: 'running', dueOn: '2027-01-25', legalEnd: { on: null } })
    expect(JSON.stringify(safe)).toMatch(/avocat aux Conseils seul.*R821-1/)
    expect(await clock('prefecture.69', id, 'D-TRANSFER-CE')).toBeUndefined()
    // Carried out, the transfer may still be contested: no text that was read says otherwise.
    await acts('asso.rhone', id, 'transfer.ended', { on, outcome: 'carried_out' })
    expect(await clock('asso.rhone', id, 'D-TRANSFER-CE')).toMatchObject({ state: 'running' })
    await acts('asso.rhone', id, 'transfer.notified', transfer)
    await acts('asso.rhone', id, 'transfer.ended', { on, outcome: 'withdrawn' })
    expect((await clock('asso.rhone', id, 'D-TRANSFER-CE'))?.state).not.toBe('running')
  })

  it('judged, leaves the time against another transfer notified since (L572-4), and the Conseil d’État stops no six months', async () => {
    const id = await tell.reflecting()
    await acts('asso.rhone', id, 'transfer.notified', { ...transfer, notifiedOn: '2026-11-02' })
    await acts('asso.rhone', id, 'transfer.appeal', { on: '2026-11-04', wishes: true })
    await acts('asso.rhone', id, 'transfer.notified', transfer)
    const judged = { decisionOn: '2026-11-23', notifiedOn: '2026-11-23', prefectOn: '2026-11-23' }
    await acts('asso.rhone', id, 'transfer.judged', judged)
    const open = async (code: string) => (await clock('asso.rhone', id, code))?.state
    // Two times stand: an appeal that does not say which leaves both.
    await acts('asso.rhone', id, 'transfer.appeal', { on, wishes: true })
    expect([await open('D-APPEAL-TRANSFER-7D'), await open('D-TRANSFER-CE')]).toEqual(['running', 'running'])
    await acts('asso.rhone', id, 'transfer.appeal', { on, against: 'judgment', wishes: true })
    expect(await open('D-APPEAL-TRANSFER-7D')).toBe('running')
    expect(await open('D-TRANSFER-CE')).not.toBe('running')
  })

  it('carried out, takes no time to appeal away, and the appeal is still written down (L572-4)', async () => {
    const id = await tell.reflecting()
    await acts('asso.rhone', id, 'transfer.notified', transfer)
    await acts('asso.rhone', id, 'transfer.ended', { on, outcome: 'carried_out' })
    expect(await acts('asso.rhone', id, 'transfer.appeal', { on, wishes: true })).toBe(200)
    expect((await clock('asso.rhone', id, 'D-APPEAL-TRANSFER-7D'))?.state).not.toBe('running')
  })

  it('is told to the prefecture by nothing: what the receipt says of transfers, it says to all', async () => {
    const id = await tell.reflecting()
    const before = await body('prefecture.69', id)
    await acts('asso.rhone', id, 'transfer.notified', transfer)
    await acts('asso.rhone', id, 'transfer.appeal', { on, wishes: true })
    expect(await body('prefecture.69', id)).toBe(before)
    expect(await badge('prefecture.69', id, 'removal_bar')).toBe('Éloignement et transfert suspendus')
  })

  it.each([
    ['before', 'D-TRANSFER-2013', 'Règlement (UE) n° 604/2013, art. 29'],
    ['since', 'D-TRANSFER', 'Règlement (UE) 2024/1351, art. 46, par. 1 et 2']
  ])(
    'of a claim registered %s July 2026 is counted by its own regulation (2024/1351, art. 83 and 84)',
    async (registered, code, text) => {
      const id = await tell.reflecting()
      await acts('asso.rhone', id, 'transfer.notified', { ...transfer, registered })
      const found = await clock('asso.rhone', id, code)
      expect(found).toMatchObject({ dueOn: '2027-05-01' })
      expect(JSON.stringify(found)).toContain(text)
      const other = code === 'D-TRANSFER' ? 'D-TRANSFER-2013' : 'D-TRANSFER'
      expect(await clock('asso.rhone', id, other)).toBeUndefined()
    }
  )

  it('in detention has its forty-eight hours as the safe date, and a week in Union law (2024/1351, art. 43)', async () => {
    const id = await tell.reflecting()
    const short = { ...transfer, appealWithin: 'forty_eight_hours', notifiedAt: '10:00' }
    await acts('asso.rhone', id, 'transfer.notified', { ...short, registered: 'since' })
    expect(await clock('asso.rhone', id, 'D-APPEAL-TRANSFER-48H')).toMatchObject({
      dueOn: '2026-11-26',
      legalEnd: { on: '2026-12-01' }
    })
  })

  it('ended, stands no more', async () => {
    const id = await tell.reflecting()
    await acts('asso.rhone', id, 'transfer.notified', transfer)
    expect(await acts('asso.rhone', id, 'transfer.ended', { on, outcome: 'annulled' })).toBe(200)
    expect(await badge('asso.rhone', id, 'transfer')).toBeUndefined()
    expect((await clock('asso.rhone', id, 'D-TRANSFER'))?.state).not.toBe('running')
  })
})

// CESEDA L611-3: « L’étranger mineur de dix-huit ans ne peut faire l’objet d’une décision portant obligation de quitter […] ».
describe('an obligation to leave that comes by itself', () => {
  const leave = { decisionOn: on, notifiedOn: on, appealWithin: 'one_month' }

  it('of a minor is written down, since it was taken, and said to be against the law, with the remedy', async () => {
    const id = await tell.flagged('asso.rhone', { ageGroup: 'minor', ageBand: '15-17' })
    expect(await acts('asso.rhone', id, 'removal.notified', leave)).toBe(200)
    expect(await badge('asso.rhone', id, 'leave')).toMatch(
      /^Obligation de quitter visant une personne mineure/
    )
    expect(await clock('asso.rhone', id, 'D-APPEAL-LEAVE')).toMatchObject({ state: 'running' })
  })

  it('of an adult during reflection is written down, and said not to be carried out (R425-2)', async () => {
    const id = await tell.reflecting()
    expect(await acts('prefecture.69', id, 'removal.notified', leave)).toBe(200)
    expect(await badge('prefecture.69', id, 'leave')).toBe(
      'Obligation de quitter le territoire, inexécutable pendant la réflexion'
    )
  })

  it('has forty-eight hours in detention (L614-2), and its clock stops with the appeal', async () => {
    const id = await tell.flagged()
    await acts('asso.rhone', id, 'removal.notified', { ...leave, appealWithin: 'forty_eight_hours' })
    expect(await clock('asso.rhone', id, 'D-APPEAL-LEAVE')).toBeUndefined()
    expect(await clock('asso.rhone', id, 'D-APPEAL-LEAVE-48H')).toMatchObject({ state: 'running' })
    expect(await acts('asso.rhone', id, 'removal.appeal', { on, number: '26-1', wishes: true })).toBe(200)
    expect((await clock('asso.rhone', id, 'D-APPEAL-LEAVE-48H'))?.state).not.toBe('running')
  })
})

// « À peine d'irrecevabilité, ces recours doivent être exercés dans le délai d'un mois » (L532-1), which holds where it is stated (R532-10).
