import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { htcdsFile } from '../../../workflows/exchange/htcds/fields.ts'
import { fits } from '../../../workflows/case/input.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())
const url = (id: string) => `/api/cases/${id}/htcds`
const preview = '/api/exchange/htcds/preview'
const file = (record: object) => ({
  standard: 'HTCDS',
  version: '2.0',
  record: { con_Consent: true, ...record }
})
const traces = async (action: string, outcome = 'allowed') =>
  (
    await site.db.owner.query<{ detail: string; chain: string }>(
      'select detail, chain from audit_event where action = $1 and outcome = $2',
      [action, outcome]
    )
  ).rows

describe('a case leaves in HTCDS 2.0', () => {
  it('not for who does not take part, nor for anybody but who accompanies the person', async () => {
    const id = await site.tell.consenting(['A', 'B', 'E', 'H'])
    for (const login of ['cellule.69', 'prefecture.69', 'police.69', 'acse', 'miprof', 'controle', 'admin'])
      expect((await site.get(login, url(id))).statusCode, login).toBe(404)
    expect((await site.get('asso.rhone', url(randomUUID()))).statusCode).toBe(404)
    expect(await traces('exchange.export')).toEqual([])
    expect((await traces('read', 'denied')).length).toBeGreaterThan(0)
  })

  it('not without the consent to share abroad, and not after it was withdrawn', async () => {
    const id = await site.tell.consenting(['A', 'B', 'C', 'E', 'F'])
    const unasked = 'La personne n’a pas donné son accord pour une transmission à l’étranger'
    const answer = async () => {
      const { statusCode, body } = await site.get('asso.rhone', url(id))
      return [statusCode, body]
    }
    expect(await answer()).toEqual([409, expect.stringContaining(unasked)])
    const how = { language: 'fr', means: 'in_person', scopes: ['H'] }
    const act = async (command: string) =>
      site.act('asso.rhone', [id, command], how, { version: await site.version('asso.rhone', id) })
    await act('consent.record')
    expect(await answer()).toEqual([200, expect.any(String)])
    await act('consent.withdraw')
    expect(await answer()).toEqual([409, expect.stringContaining(unasked)])
    expect(await traces('exchange.export')).toHaveLength(1)
  })

  it('with what is told of it and no identity, in the closed form; what stays is named; the fields are in the journal', async () => {
    const before = (await traces('exchange.export')).length
    const id = await site.tell.consenting(['A', 'H'], {
      forms: ['labour', 'criminality'],
      identity: { name: 'Canari Nom', birthDate: '2001-02-03' },
      narrative: 'Canari récit'
    })
    const answer = await site.get('asso.rhone', url(id))
    const { file: out, left } = answer.json<{
      file: { record: Record<string, unknown> }
      left: { field: string; why: string }[]
    }>()
    expect(fits(htcdsFile, out)).toBe(true)
    expect(out.record).toMatchObject({
      con_Consent: true,
      vic_TypeOfExploitation: ['ForcedLabour'],
      vic_TraffickingStatus: 'PossibleVictimOfTrafficking',
      cas_Status: 'Active'
    })
    expect(answer.body).not.toMatch(/Canari|2001-02-03/)
    expect(left.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['forms', 'identity', 'narrative', 'controls'])
    )
    const rows = await traces('exchange.export')
    expect(rows).toHaveLength(before + 1)
    // In the journal of her case, where whoever looks at it finds that it left.
    expect(rows.at(-1)).toEqual({
      detail: Object.keys(out.record).sort().join(','),
      chain: `case:${id}`
    })
  })
})

describe('a record arrives in HTCDS 2.0', () => {
  it('not for who does not flag', async () => {
    for (const login of ['miprof', 'controle', 'admin'])
      expect((await site.send(login, preview, file({}))).statusCode, login).toBe(403)
  })

  it('not with a field or a code that the standard has not, nor without the person’s consent in it', async () => {
    const refused = async (body: object) => (await site.send('asso.rhone', preview, body)).statusCode
    expect(await refused(file({ prs_First_Name: 'A' }))).toBe(400)
    expect(await refused(file({ vic_TypeOfExploitation: ['Other', 'Nonsense'] }))).toBe(400)
    expect(await refused({ ...file({}), version: '1.1' })).toBe(400)
    for (const said of [false, undefined]) {
      const answer = await site.send('asso.rhone', preview, file({ con_Consent: said }))
      expect([answer.statusCode, answer.json().detail]).toEqual([
        409,
        expect.stringMatching(/^Ce fichier ne dit pas que la personne consent à cet échange/)
      ])
    }
  })

  it('is shown as answers of a flag that is not sent, with what stays outside, and writes nothing', async () => {
    const count = async () => (await site.db.owner.query('select from "case"')).rowCount
    const before = await count()
    const sent = await site.send(
      'asso.rhone',
      preview,
      file({
        prs_FirstName: 'Canari',
        prs_Gender: 'Feminine',
        prs_Citizenship: ['NG'],
        vic_TypeOfExploitation: ['SexualExploitation', 'ForcedMarriage'],
        vic_TraffickingStatus: 'ActualVictimOfTrafficking'
      })
    )
    const body = sent.json<{
      answers: { field: string; values: string[]; shown: string }[]
      later: { field: string; values: string[] }[]
      left: { field: string; why: string }[]
    }>()
    const of = (list: { field: string; values: string[] }[]) =>
      Object.fromEntries(list.map(({ field, values }) => [field, values]))
    expect(of(body.answers)).toEqual({ sex: ['female'], forms: ['sexual'], nationality: ['third_country'] })
    expect(body.answers.find(({ field }) => field === 'forms')!.shown).toBe('exploitation sexuelle')
    expect(of(body.later)).toEqual({ citizenship: ['NG'], finerForms: ['forced_marriage'] })
    expect(body.left.map(({ field }) => field).toSorted()).toEqual([
      'con_Consent',
      'prs_FirstName',
      'vic_TraffickingStatus'
    ])
    expect(sent.body).not.toContain('Canari')
    expect(await count()).toBe(before)
  })

  it('is of a minor by the day on which it is read', async () => {
    type Answers = { answers: { field: string; values: string[] }[] }
    const groupOf = async (born: string) => {
      const sent = await site.send('asso.rhone', preview, file({ prs_Birthdate: born }))
      return sent.json<Answers>().answers.find(({ field }) => field === 'ageGroup')?.values
    }
    expect([await groupOf('2008-11-25'), await groupOf('2008-11-24')]).toEqual([['minor'], undefined])
  })

  it('that left here comes back as it left', async () => {
    const id = await site.tell.consenting(['A', 'H'], {
      forms: ['sexual', 'begging'],
      sex: 'male',
      language: 'yor'
    })
    const { file: out } = (await site.get('asso.rhone', url(id))).json<{ file: object }>()
    const { answers } = (await site.send('asso.rhone', preview, out)).json<{
      answers: { field: string; values: string[] }[]
    }>()
    expect(Object.fromEntries(answers.map(({ field, values }) => [field, values]))).toEqual({
      sex: ['male'],
      language: ['yor'],
      forms: ['begging', 'sexual']
    })
  })
})
