import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../../support/for-file.ts'
import { complaint } from '../../../support/regions/judicial.ts'
import { openSite, versionOf } from '../../../support/running/site.ts'

// What an authority has really decided is written down wherever the file stands, and takes nothing away that it is not about.

const site = await forFile(openSite())
const { tell } = site
const today = '2026-11-24'

type Told = {
  badges: { key: string; label: string }[]
  deadlines: { code: string; startsOn: string; dueOn: string; state: string }[]
  timeline: { command: string; unusual?: string[] }[]
  actions: { command: string; enabled: boolean; unusual?: string }[]
}
const reads = async (login: string, id: string): Promise<Told> =>
  (await site.get(login, `/api/cases/${id}?events=50`)).json()
/** The act is taken, whatever the file waited for. */
const acts = async (login: string, id: string, command: string, input: object = {}) => {
  const version = versionOf(await site.get(login, `/api/cases/${id}`))
  const answer = await site.act(login, [id, command], input, { version, key: randomUUID() })
  expect(answer.statusCode, `${command} ${answer.body}`).toBe(200)
}
const running = async (login: string, id: string, code: string) =>
  (await reads(login, id)).deadlines.filter((one) => one.code === code && one.state === 'running')
const badge = async (login: string, id: string, key: string) =>
  (await reads(login, id)).badges.find((one) => one.key === key)?.label
const stands = async (id: string) => tell.row(id)
const unusual = async (login: string, id: string, command: string) =>
  (await reads(login, id)).timeline.find((one) => one.command === command)?.unusual

/** A complaint of trafficking, she is civil party, and a judge investigates. */
const investigated = async () => {
  const id = await tell.consenting()
  await acts('asso.rhone', id, 'complaint.file', complaint)
  await acts('asso.rhone', id, 'civil_party.join', { who: 'person', on: today, agrees: true })
  await acts('parquet.lyon', id, 'stage.instruction')
  return id
}
/** The prefecture takes part; nothing is asked of it but to read. */
const before = async (id: string) => {
  await acts('asso.rhone', id, 'prefecture.request')
  await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
  return id
}
const permit = (issuedOn: string) => ({ issuedOn, number: `T-${issuedOn}` })
const refusal = (on: string) => ({
  ...{ reason: 'condition_missing', tenYears: false, decisionOn: on, notifiedOn: on },
  appealWithin: 'two_months'
})

describe('an older decision that is entered late', () => {
  const judged = (pronouncedOn: string) => ({ court: 'criminal', pronouncedOn, presence: 'present' })

  it('CPP 498: an older judgment leaves the ten days against the newer as they run, beside its own', async () => {
    const id = await investigated()
    await acts('parquet.lyon', id, 'procedure.acquitted', judged('2026-11-20'))
    await acts('parquet.lyon', id, 'conviction.pronounced', judged('2026-11-16'))
    expect(await running('asso.rhone', id, 'D-APPEAL-JUDGMENT')).toMatchObject([
      { startsOn: '2026-11-16', dueOn: '2026-11-26' },
      { startsOn: '2026-11-20', dueOn: '2026-11-30' }
    ])
    expect(await unusual('asso.rhone', id, 'conviction.pronounced')).toEqual([
      expect.stringMatching(/^antérieur/)
    ])
    expect((await stands(id)).facts).toMatchObject({ procedureOpen: true })
  })

  it('CESEDA L425-1: an older dismissal does not end a procedure that was reopened since', async () => {
    const id = await tell.consenting()
    await acts('asso.rhone', id, 'complaint.file', {
      ...complaint,
      on: '2026-08-03',
      lastFactsOn: '2026-07-01'
    })
    await acts('parquet.lyon', id, 'procedure.closed', { notifiedOn: '2026-10-01' })
    await acts('parquet.lyon', id, 'procedure.reopened', { on: '2026-11-10' })
    await acts('parquet.lyon', id, 'procedure.closed', { notifiedOn: '2026-10-15' })
    expect(await stands(id)).toMatchObject({ judicial: 'investigation' })
    expect((await stands(id)).facts).toMatchObject({ procedureOpen: true })
  })

  it('an older permit replaces no newer one, nor the year that it runs', async () => {
    const id = await before(await investigated())
    await acts('prefecture.69', id, 'discretion.issue', permit('2026-11-20'))
    await acts('prefecture.69', id, 'permit.issue', permit('2026-02-01'))
    expect(await stands(id)).toMatchObject({ residence: 'humanitarian_discretion' })
    expect(await running('prefecture.69', id, 'D-CST')).toMatchObject([{ startsOn: '2026-11-20' }])
    expect(await unusual('prefecture.69', id, 'permit.issue')).toContainEqual(
      expect.stringMatching(/^antérieur/)
    )
  })

  it('an older refusal takes no permit away that was given since', async () => {
    const id = await before(await investigated())
    await acts('prefecture.69', id, 'permit.issue', permit('2026-11-10'))
    await acts('prefecture.69', id, 'permit.withdraw', {
      ...{ reason: 'condition_lost', decisionOn: '2026-10-05', notifiedOn: '2026-11-20' },
      appealWithin: 'two_months'
    })
    expect(await stands(id)).toMatchObject({ residence: 'cst_valid' })
    expect((await stands(id)).facts).toMatchObject({
      stay: 'regular',
      rights: expect.arrayContaining(['work'])
    })
  })
})

describe('a decision in a state that did not wait for it', () => {
  const receipt = { handedOn: today, number: 'R-1' }

  it('CESEDA R425-2: a receipt handed over unasked raises the bar to removal, and its thirty days run', async () => {
    const id = await before(await tell.consenting())
    await acts('prefecture.69', id, 'receipt.handed', receipt)
    expect(await stands(id)).toMatchObject({ residence: 'reflection_running' })
    expect(await badge('prefecture.69', id, 'removal_bar')).toBe('Éloignement et transfert suspendus')
    expect(await running('prefecture.69', id, 'D-REFLEX')).toMatchObject([{ startsOn: today }])
  })

  it('handed over to whoever has a permit, it raises the bar and leaves the permit', async () => {
    const id = await before(await investigated())
    await acts('prefecture.69', id, 'permit.issue', permit('2026-11-02'))
    await acts('prefecture.69', id, 'receipt.handed', receipt)
    expect(await stands(id)).toMatchObject({ residence: 'cst_valid' })
    expect((await stands(id)).facts).toMatchObject({ removalBar: true, stay: 'regular' })
  })

  it('CESEDA L425-3: a final conviction that nobody waited for closes nothing, and founds the ten-year card', async () => {
    const id = await before(await investigated())
    await acts('prefecture.69', id, 'permit.issue', permit('2026-11-02'))
    await acts('parquet.lyon', id, 'procedure.closed', { notifiedOn: '2026-11-05' })
    await acts('parquet.lyon', id, 'conviction.final', { finalOn: '2026-11-20' })
    expect(await stands(id)).toMatchObject({ judicial: 'convicted_final', residence: 'cst_valid' })
    const { actions } = await reads('asso.rhone', id)
    expect(actions.find(({ command }) => command === 'resident.apply')).toMatchObject({ enabled: true })
    expect(await running('asso.rhone', id, 'D-CIVI-DECISION')).toMatchObject([{ startsOn: '2026-11-20' }])
  })

  it('CESEDA R425-2 and L614-1: an obligation to leave during reflection is recorded, and its time to appeal runs', async () => {
    const id = await tell.reflecting()
    await acts('prefecture.69', id, 'removal.notified', {
      ...{ decisionOn: today, notifiedOn: today, appealWithin: 'one_month' }
    })
    expect(await stands(id)).toMatchObject({ residence: 'reflection_running' })
    expect(await running('prefecture.69', id, 'D-APPEAL-LEAVE')).toMatchObject([{ startsOn: today }])
    expect(await running('prefecture.69', id, 'D-REFLEX')).toHaveLength(1)
  })

  it('CJA R421-1: a refusal of what nobody knows was asked is recorded of an unknown stay, and may be appealed', async () => {
    const id = await before(await tell.consenting(undefined, { stay: 'unknown' }))
    expect(await stands(id)).toMatchObject({ residence: 'unknown' })
    await acts('prefecture.69', id, 'permit.refuse', refusal('2026-11-20'))
    expect(await stands(id)).toMatchObject({ residence: 'refused_permit' })
    expect(await unusual('prefecture.69', id, 'permit.refuse')).not.toHaveLength(0)
    expect(await running('prefecture.69', id, 'D-APPEAL-TA')).toMatchObject([{ startsOn: '2026-11-20' }])
    const { actions } = await reads('asso.rhone', id)
    expect(actions.find(({ command }) => command === 'ta.filed')).toMatchObject({ enabled: true })
  })

  it('another refusal leaves what is before the court, and its own time to appeal runs', async () => {
    const id = await before(await tell.consenting())
    await acts('prefecture.69', id, 'permit.refuse', refusal('2026-11-10'))
    await acts('asso.rhone', id, 'ta.filed', { on: '2026-11-16', number: '26-1', wishes: true })
    await acts('prefecture.69', id, 'permit.refuse', refusal('2026-11-20'))
    expect(await stands(id)).toMatchObject({ residence: 'appeal' })
    expect(await running('prefecture.69', id, 'D-APPEAL-TA')).toMatchObject([{ startsOn: '2026-11-20' }])
  })
})

describe('what the version of the case asks for', () => {
  const version = '2026-11-r'
  const asks = async () => {
    const path = `/api/configuration/${version}`
    const draft = { from: '2026-09', version, effectiveOn: today, note: 'circulaire' }
    expect((await site.send('admin', '/api/configuration', draft)).statusCode).toBe(201)
    const body = (await site.get('admin', path)).json().body
    const strict = {
      ...body,
      required: { 'permit.refuse': ['remediesStated'] },
      reasons: { ...body.reasons, lists: { ...body.reasons.lists, 'permit.refuse.reason': ['public_order'] } }
    }
    expect((await site.send('admin', path, strict, { method: 'PUT', version: 1 })).statusCode).toBe(200)
    expect((await site.send('admin.bis', `${path}/publish`, undefined, { version: 2 })).statusCode).toBe(200)
  }

  it('refuses no refusal that the prefect has taken: it is recorded with its reason, and says what is missing', async () => {
    await asks()
    const id = await before(await investigated())
    const form = (await site.get('prefecture.69', `/api/cases/${id}/actions/permit.refuse`)).json().input
    expect(form.required).not.toContain('remediesStated')
    expect(form.properties.remediesStated.description).toContain('elle s’enregistre quand même')
    await acts('prefecture.69', id, 'permit.refuse', refusal('2026-11-20'))
    expect(await unusual('prefecture.69', id, 'permit.refuse')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/que la version du dossier demande, n’est pas dit$/),
        'motif que la version du dossier ne propose plus'
      ])
    )
    expect(await running('prefecture.69', id, 'D-APPEAL-TA')).toHaveLength(1)
  })
})
