import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

const site = await forFile(openSite())
const { tell } = site

const told = {
  ...{ sector: 'F', controls: ['debt'], sexualKinds: ['indoor'], exploiterTie: 'family' },
  ...{ birthYear: 1987, birthYearFrom: 'said' }
}

type Problem = { status: number; errors?: { field: string; code: string }[] }
const details = async (id: string, input: object) => {
  const version = await site.version('asso.rhone', id)
  return site.act('asso.rhone', [id, 'facts.detail'], input, { version })
}
const refused = async (id: string, input: object) => {
  const answer = await details(id, input)
  const { errors = [] } = answer.json<Problem>()
  return [answer.statusCode, ...errors.map(({ field, code }) => `${field} ${code}`)]
}
const opened = async (login: string, id: string, dataClass: 'B' | 'C') => {
  const answer = await site.get(login, `/api/cases/${id}/compartments/${dataClass}`)
  if (answer.statusCode !== 200) return answer.statusCode
  const { fields } = answer.json<{ fields: { label: string; value: string }[] }>()
  return Object.fromEntries(fields.map(({ label, value }) => [label, value]))
}
const asked = async (id: string): Promise<string[]> =>
  Object.keys((await site.get('asso.rhone', `/api/cases/${id}/actions/facts.detail`)).json().input.properties)
const stored = async (id: string) => {
  const { rows } = await site.db.owner.query<{ row: string }>(
    `select facts::text as row from "case" where id = $1
     union all select input::text from case_event where case_id = $1`,
    [id]
  )
  return rows.map(({ row }) => row).join('\n')
}
const asSystem = async (id: string, erasure: string) => {
  const client = await site.db.app.connect()
  try {
    await client.query('begin')
    const scope = `select set_config('app.role', 'system', true), set_config('app.case', $1, true)`
    await client.query(`${scope}, ${erasure}`, [id])
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** The cell and its members take part in it. */
const underTriage = async () => {
  const id = await tell.flagged()
  await tell.act('cellule.69', id, 'triage.start')
  for (const login of ['cellule.69', 'membre.69'])
    expect([login, (await site.get(login, `/api/cases/${id}`)).statusCode]).toEqual([login, 200])
  return id
}

describe('what figures and partners ask of a person', () => {
  it('stands nowhere in clear where it tells of violence, of sexual life, of who did it or of the birth', async () => {
    const id = await tell.consenting(['F'])
    expect((await details(id, told)).statusCode).toBe(200)
    const rows = await stored(id)
    for (const needle of ['"debt"', 'indoor', '"family"', '1987'])
      expect([needle, rows.includes(needle)]).toEqual([needle, false])
    expect(rows).toContain('"sector": "F"')
  })

  it('is read with the account and the identity, by those who may read these and by nobody else, each time traced', async () => {
    const id = await underTriage()
    await details(id, told)
    for (const login of ['cellule.69', 'membre.69', 'prefecture.69', 'acse', 'police.69'])
      for (const one of ['B', 'C'] as const)
        expect([login, one, await opened(login, id, one)]).toEqual([login, one, 404])
    expect(await opened('asso.rhone', id, 'C')).toMatchObject({
      'Moyens de contrôle': 'dette',
      'Exploitation sexuelle : de quelle sorte': 'prostitution en appartement ou à l’hôtel',
      'Lien avec qui l’exploite': 'famille'
    })
    expect(await opened('asso.rhone', id, 'B')).toMatchObject({ 'Année de naissance': '1987' })
    const { rows } = await site.db.owner.query<{ detail: string }>(
      `select detail from audit_event where object = $1 and action = 'read' and outcome = 'allowed' order by detail`,
      [`case:${id}`]
    )
    expect(rows.map(({ detail }) => detail)).toEqual(['B', 'C'])
  })

  it('opens to the cell with the consent that opens the account to it', async () => {
    const id = await tell.consenting(['B'])
    await details(id, told)
    expect(await opened('cellule.69', id, 'C')).toMatchObject({ 'Moyens de contrôle': 'dette' })
    expect(await opened('cellule.69', id, 'B')).toMatchObject({ 'Année de naissance': '1987' })
    expect(await opened('membre.69', id, 'C')).toBe(404)
  })

  it('is told to who follows the act as far as they may read it, and no further', async () => {
    const id = await underTriage()
    await details(id, { ...told, sector: undefined })
    await details(id, { sector: 'A' })
    const lines = async (login: string) => {
      const answer = await site.get(login, `/api/cases/${id}/events`)
      expect([login, answer.statusCode]).toEqual([login, 200])
      const { items } = answer.json<{ items: { command: string; fields: { value: string }[] }[] }>()
      return items
        .filter(({ command }) => command === 'facts.detail')
        .map(({ fields }) => fields.map(({ value }) => value))
    }
    expect(await lines('membre.69')).toEqual([['agriculture, sylviculture et pêche']])
    expect(await lines('asso.rhone')).toHaveLength(2)
  })

  it('is replaced by what is said later, and accounts are not', async () => {
    const id = await tell.flagged()
    await details(id, { controls: ['debt'], birthYear: 1987 })
    await details(id, { controls: ['threats', 'movement'] })
    const answer = await site.get('asso.rhone', `/api/cases/${id}/compartments/C`)
    const { fields } = answer.json<{ fields: { label: string; value: string }[] }>()
    expect(fields.filter(({ label }) => label === 'Moyens de contrôle')).toEqual([
      { label: 'Moyens de contrôle', value: 'menaces de violence, déplacements contrôlés' }
    ])
  })

  it('goes with the identity as far as it is of it, and whole with the case', async () => {
    const id = await tell.flagged()
    await details(id, told)
    await asSystem(id, 'erase_identity()')
    expect(await opened('asso.rhone', id, 'B')).toEqual({})
    expect(await opened('asso.rhone', id, 'C')).toMatchObject({ 'Moyens de contrôle': 'dette' })
    await asSystem(id, `erase_sealed('{}'::jsonb)`)
    expect(await opened('asso.rhone', id, 'C')).toEqual({})
  })
})

describe('of a child', () => {
  it.each(['minor', 'doubt'] as const)(
    'nobody is asked of which kind the sexual exploitation is, nor whether identification was declined (%s)',
    async (ageGroup) => {
      const id = await tell.flagged('asso.rhone', { ageGroup })
      const offered = await asked(id)
      for (const field of ['sexualKinds', 'identificationDeclined']) expect(offered).not.toContain(field)
      expect(offered).toContain('controls')
      expect(await refused(id, { sexualKinds: ['indoor'] })).toEqual([400, 'sexualKinds adults_alone'])
      expect(await refused(id, { identificationDeclined: true })).toEqual([
        400,
        'identificationDeclined adults_alone'
      ])
      expect((await details(id, { controls: ['debt'] })).statusCode).toBe(200)
    }
  )

  it('of an adult both are asked, and taken', async () => {
    const id = await tell.flagged()
    expect(await asked(id)).toEqual(expect.arrayContaining(['sexualKinds', 'identificationDeclined']))
    expect((await details(id, { sexualKinds: ['indoor'], identificationDeclined: true })).statusCode).toBe(
      200
    )
  })
})

it('a year that makes a child of an adult, or an adult of a child, waits until its author has seen it', async () => {
  const adult = await tell.flagged()
  expect(await refused(adult, { birthYear: 2010 })).toEqual([400, 'birthYear age_in_doubt'])
  expect((await details(adult, { birthYear: 2010, ageStands: true })).statusCode).toBe(200)
  expect((await details(adult, { birthYear: 1999 })).statusCode).toBe(200)
  const child = await tell.flagged('asso.rhone', { ageGroup: 'minor' })
  expect(await refused(child, { birthYear: 1999 })).toEqual([400, 'birthYear age_in_doubt'])
  expect((await details(child, { birthYear: 2010 })).statusCode).toBe(200)
  expect((await tell.row(child)).facts['ageGroup']).toBe('minor')
})

it('what was kept in clear before is taken out, and nothing else of the case or of its log', async () => {
  const [id, untouched] = [await tell.flagged(), await tell.flagged()]
  await details(id, { sector: 'F' })
  const clear = { birthYear: 1987, controls: ['debt'], sexualKinds: ['indoor'] }
  for (const text of [
    `update "case" set facts = facts || $2::jsonb where id = $1`,
    `update case_event set input = input || $2::jsonb where case_id = $1 and command = 'facts.detail'`
  ])
    await site.db.owner.query(text, [id, clear])
  expect(await stored(id)).toContain('1987')
  await site.db.owner.query(readFileSync('migrations/0030_sealed_particulars.sql', 'utf8'))
  const rows = await stored(id)
  for (const needle of ['1987', '"debt"', 'indoor'])
    expect([needle, rows.includes(needle)]).toEqual([needle, false])
  expect(rows.match(/"sector": "F"/g)).toHaveLength(2)
  // Whoever follows the person is told that something is to be asked again, until it was; nobody else is, nor is it said of another.
  const told = async (login: string) => (await site.get(login, `/api/cases/${id}`)).json()
  expect((await tell.row(id)).facts['detailsLost']).toBe(true)
  expect((await tell.row(untouched)).facts['detailsLost'] ?? false).toBe(false)
  expect(JSON.stringify((await told('asso.rhone')).badges)).toContain('Précisions à redemander')
  expect((await details(id, { controls: ['debt'] })).statusCode).toBe(200)
  expect((await tell.row(id)).facts['detailsLost']).toBe(false)
  const forced = await site.db.owner.query(
    `select relname from pg_class where relname in ('case', 'case_event') and relforcerowsecurity`
  )
  expect(forced.rowCount).toBe(2)
})
