import { describe, expect, it } from 'vitest'
import { refusal } from '../../support/refusals.ts'
import { openSite } from '../../support/running/site.ts'
import { forFile } from '../../support/for-file.ts'

type Field = { label: string; value: string }
type Seen = { command: string; label: string; fields: Field[] }
const site = await forFile(openSite())

const view = async (login: string, id: string) => (await site.get(login, `/api/cases/${id}?events=50`)).json()
const last = async (login: string, id: string, command: string): Promise<Seen> =>
  (await view(login, id)).timeline.find((one: Seen) => one.command === command)
const formOf = async (login: string, id: string, command: string) =>
  (await site.get(login, `/api/cases/${id}/actions/${command}`)).json()

const triaged = async () => {
  const id = await site.tell.flagged()
  await site.tell.act('cellule.69', id, 'triage.start')
  return id
}

describe('insufficient elements', () => {
  it('are not found without a coded reason', async () => {
    const id = await triaged()
    const bare = { opinion: 'insufficient' }
    expect(await refusal(site.tell.act('membre.69', id, 'grounds.propose', bare))).toBe('InvalidInput')
  })

  it('keep the reason of the first voice, whatever the second sends, and the association reads it', async () => {
    const id = await triaged()
    await site.tell.act('membre.69', id, 'grounds.propose', { opinion: 'insufficient', reason: 'means' })
    expect((await formOf('cellule.69', id, 'triage.reject')).confirms).toBe('grounds.propose')
    await site.tell.act('cellule.69', id, 'triage.reject', { reason: 'other' })
    const { fields } = await last('asso.rhone', id, 'triage.reject')
    expect(fields.map(({ value }) => value).join()).toMatch(/^aucun moyen établi/)
  })
})

describe('the second voice', () => {
  it('reads what the first rests on, without the consent that would open the account, and nothing of the account', async () => {
    const id = await triaged()
    expect((await site.tell.row(id)).facts).toMatchObject({ consents: expect.not.arrayContaining(['B']) })
    const note = 'CANARI-RECIT'
    await site.tell.act('membre.69', id, 'grounds.propose', {
      opinion: 'positive',
      elements: ['recruited', 'vulnerability', 'exploited'],
      note
    })
    for (const login of ['cellule.69', 'membre.69.sante']) {
      const { fields } = await last(login, id, 'grounds.propose')
      expect([login, fields.map(({ value }) => value).join()]).toEqual([
        login,
        expect.stringMatching(/acte : recruter.*moyen : vulnérabilité dont on abuse.*but : l’exploitation/)
      ])
      expect(JSON.stringify(await view(login, id))).not.toContain(note)
      expect((await formOf(login, id, 'grounds.positive')).confirms).toBe('grounds.propose')
    }
  })
})

describe('a situation that is completed', () => {
  it('is refused when nothing changes, and leaves no line', async () => {
    const id = await site.tell.flagged()
    const before = await site.tell.row(id)
    for (const input of [{}, { children: 1 }])
      expect(await refusal(site.tell.act('asso.rhone', id, 'facts.complete', input))).toBe('InvalidInput')
    expect((await site.tell.row(id)).version).toBe(before.version)
  })

  it('is refused for what its author may not read, known or not: it would be overwritten unseen', async () => {
    for (const asylumLink of [true, false]) {
      const id = await site.tell.flagged('asso.rhone', { asylumLink })
      const before = await site.tell.row(id)
      const writes = site.tell.act('cellule.69', id, 'facts.complete', { asylumLink: true, children: 3 })
      await expect(writes).rejects.toMatchObject({ fields: [{ field: 'asylumLink', code: 'not_yours' }] })
      expect(await site.tell.row(id)).toEqual(before)
      const { properties } = (await formOf('cellule.69', id, 'facts.complete')).input
      expect(properties).not.toHaveProperty('asylumLink')
      expect(properties).toHaveProperty('nationality')
    }
  })

  it('is refused to the police for nationality, stay and asylum, and the form does not ask for them', async () => {
    const id = await site.tell.consenting()
    await site.tell.act('cellule.69', id, 'formal.request', { unit: 'Brigade' })
    await site.tell.move('police.69', await site.tell.referral(id, 'police'), 'accept')
    const input = { nationality: 'french', stay: 'regular', asylumLink: true, localDanger: false }
    await expect(site.tell.act('police.69', id, 'facts.complete', input)).rejects.toMatchObject({
      fields: ['nationality', 'stay', 'asylumLink'].map((field) => ({ field, code: 'not_yours' }))
    })
    expect(await site.tell.row(id)).toMatchObject({
      residence: 'irregular',
      facts: { nationality: 'third_country', asylumLink: false }
    })
    const { properties } = (await formOf('police.69', id, 'facts.complete')).input
    for (const field of ['nationality', 'stay', 'asylumLink', 'forbiddenZones', 'ageGroup'])
      expect(properties).not.toHaveProperty(field)
    for (const field of ['danger', 'localDanger', 'lastFactsOn']) expect(properties).toHaveProperty(field)
  })

  it('starts from what is known, and keeps in the log only what is new', async () => {
    const id = await site.tell.flagged()
    const { properties } = (await formOf('asso.rhone', id, 'facts.complete')).input
    expect(properties.children.default).toBe(1)
    const filled = { children: 1, danger: properties.danger.default, forbiddenZones: ['75'] }
    await site.tell.act('asso.rhone', id, 'facts.complete', filled)
    expect((await last('asso.rhone', id, 'facts.complete')).fields).toHaveLength(1)
    expect((await site.tell.row(id)).facts).toMatchObject({ forbiddenZones: ['75'] })
  })

  it('takes an answer away where several were given, and is refused where they are the same in another order', async () => {
    const id = await site.tell.flagged()
    const complete = (forbiddenZones: string[]) =>
      site.tell.act('asso.rhone', id, 'facts.complete', { forbiddenZones })
    await complete(['75', '13'])
    expect(await refusal(complete(['13', '75']))).toBe('InvalidInput')
    await complete(['13'])
    expect((await site.tell.row(id)).facts).toMatchObject({ forbiddenZones: ['13'] })
  })
})

describe('signs', () => {
  it('are shown with how they are known, at the flag and later', async () => {
    const id = await site.tell.flagged()
    const flagged = await last('cellule.69', id, 'case.flag')
    expect(
      flagged.fields.some(({ value }) => /\((vu|la personne l’a dit|un tiers l’a dit|document)\)/.test(value))
    ).toBe(true)
    await site.tell.act('asso.rhone', id, 'indicators.add', {
      indicators: ['d_violence'],
      source: 'document'
    })
    expect((await site.tell.row(id)).facts['indicators']).toContain('d_violence')
    expect((await last('cellule.69', id, 'indicators.add')).fields.at(-1)?.value).toBe('document')
  })
})

describe('a merge', () => {
  it('shows both people what they confirm, says where the case went, and once undone is read as before', async () => {
    const [id, other] = [await triaged(), await triaged()]
    expect((await site.get('membre.69', `/api/cases/${id}`)).statusCode).toBe(200)
    const into = (await view('cellule.69', other)).code
    await site.tell.act('cellule.69', id, 'merge.propose', { into, proofs: ['person'] })
    expect((await view('cellule.69', id)).joined).toMatchObject({
      id: other,
      settled: false,
      undoWithin: '30 jours'
    })
    expect((await view('asso.rhone', id)).joined).toMatchObject({ id: other })
    const second = { ...site.as('cellule.69'), personId: site.as('membre.69').personId }
    await site.tell.actAs(second, id, 'merge.confirm')
    const merged = await view('cellule.69', id)
    expect(merged.joined).toMatchObject({ id: other, settled: true })
    expect(JSON.stringify(merged.actions)).not.toContain('rouvrez-le')
    await site.tell.act('cellule.69', id, 'merge.undo')
    expect((await site.get('membre.69', `/api/cases/${id}`)).statusCode).toBe(200)
    expect((await view('cellule.69', id)).joined).toBeNull()
  })
})
