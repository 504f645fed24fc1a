import { describe, expect, it } from 'vitest'
import { commandRow } from '../../workflows/case/commands.ts'
import {
  columnForm,
  columnIds,
  columnRow,
  takeoverActs,
  takeoverColumns,
  type TakeoverColumn
} from '../../workflows/takeover/columns.ts'
import { columnOf, readLine } from '../../workflows/takeover/lines.ts'

const template = (id: TakeoverColumn): string => takeoverColumns[id].example
const reading = (different: Partial<Record<TakeoverColumn, string>>) =>
  readLine((id) => different[id] ?? template(id))

describe('the columns of a spreadsheet of running files', () => {
  it('ask nothing that no act asks, and all that an act cannot be written without', () => {
    for (const act of takeoverActs) {
      const form = commandRow(act).input as unknown as { properties: object; required?: string[] }
      const fields = columnIds
        .flatMap((id) => columnRow(id).into)
        .filter((one) => one.act === act)
        .map(({ field }) => field.split('.')[0]!)
      expect(fields.filter((field) => !Object.hasOwn(form.properties, field))).toEqual([])
      expect((form.required ?? []).filter((field) => !fields.includes(field))).toEqual([])
    }
  })

  it('have a template whose one line can be read', () => {
    expect(readLine(template).problems).toEqual([])
    expect(readLine(template).acts.map(({ command }) => command)).toEqual(['case.flag'])
  })

  it('point to where a field was written', () => {
    expect(columnOf('case.flag', 'identity.birthDate')).toBe('naissance')
    expect(columnOf('case.flag', 'identity')).toBe('nom')
    expect(columnOf('permit.receipt', '')).toBe('titre_recepisse_le')
  })
})

describe('a line', () => {
  it('is refused cell by cell, with what to write', () => {
    const { problems } = reading({
      age: 'trente ans',
      metOn: '',
      enfants: '40',
      rencontre_le: '31/02/2026'
    } as never)
    expect(problems.map(({ column }) => column)).toEqual(['rencontre_le', 'age', 'enfants'])
    expect(problems[1]!.message.fr).toContain('personne majeure')
  })

  it('is read by words or codes, in either language, whatever accents and capitals', () => {
    const said = [
      { age: 'Adult', departement: '1', langue: 'PERSAN, dari' },
      { age: 'PERSONNE MAJEURE', departement: '01', langue: 'fa' }
    ].map((one) => reading(one).acts[0]!.input)
    for (const input of said)
      expect(input).toMatchObject({ ageGroup: 'adult', territory: '01', language: 'fa' })
  })

  it('names its département as people do, and says names where it cannot be read', () => {
    for (const [written, code] of [
      ['Rhône', '69'],
      ['rhone', '69'],
      ['Seine Saint Denis', '93'],
      ["Val d'Oise", '95']
    ] as const)
      expect(reading({ departement: written }).acts[0]!.input).toMatchObject({ territory: code })
    expect(reading({ departement: 'Lyon' }).problems[0]!.message.fr).toContain('Ain')
    expect(columnForm('departement').words['69']).toEqual({ fr: 'Rhône', en: 'Rhône' })
  })

  it('has an act only where something of it alone is written, and then all of it', () => {
    expect(reading({ information_langue: 'anglais' }).acts).toHaveLength(1)
    const { acts, problems } = reading({ motifs_le: '2026-04-02' })
    expect(acts.map(({ command }) => command)).toEqual(['case.flag', 'grounds.record'])
    expect(problems.map(({ column }) => column)).toEqual(['motifs_service'])
  })

  it('writes its acts in an order in which each may follow', () => {
    const input = reading({ accords: 'A | fiche pour la cellule', information_moyen: 'phone' }).acts.at(-1)
    expect(input).toMatchObject({ command: 'consent.record', input: { scopes: ['A', 'B'], means: 'phone' } })
    expect(columnForm('accords').kind).toBe('choices')
  })
})
