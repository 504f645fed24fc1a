import { describe, expect, it } from 'vitest'
import { narrowedBy } from '../../../policies/lists/trade.ts'
import {
  deadlineRegister,
  type DeadlineCode,
  type DeadlineRow
} from '../../../workflows/deadlines/deadlines.ts'
import { clocksListed, listedRegions, stageOf, stagesOf } from '../../../workflows/lists/stages.ts'
import { regionStates } from '../../../workflows/vocabulary/states.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'
import { aFlag } from '../../support/world.ts'

const site = await forFile(openSite())
type Line = { id: string; trade: { region: string; label: string; notes: string; day: object | null } }
type List = { items: Line[]; next: string | null; counts: { todo: { n: number } } }
type Choice = { value: string; label: string; found: { n: number } }

const list = async (login: string, asked = '') => {
  const answer = await site.get(login, `/api/cases?view=all${asked}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<List>()
}
const codes = async (login: string, asked: string) => (await list(login, asked)).items.map(({ id }) => id)
const flag = async (more: object = {}) => {
  const answer = await site.send('asso.rhone', '/api/cases', aFlag(more))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<{ id: string }>().id
}
const refused = async (login: string, asked: string) => {
  const answer = await site.get(login, `/api/cases?view=all&${asked}`)
  return [
    answer.statusCode,
    answer
      .json<{ errors?: { field: string; message: string }[] }>()
      .errors?.map(({ field, message }) => `${field}: ${message}`)
  ]
}

describe('what a reader may be told of no case', () => {
  it.each([
    ['psp.69', 'form=sexual', 'form'],
    ['prefecture.69', 'stage=judicial.inquiry', 'stage'],
    ['prefecture.69', 'stage=housing.seeking', 'stage'],
    ['foyer.azur', 'stage=residence.reflection', 'stage'],
    ['cellule.69', 'stage=minor.missing', 'stage'],
    ['asso.rhone', 'act=receipt.handed', 'act']
  ])('narrows nothing of %s: %s', async (login, asked, field) => {
    expect(await refused(login, asked)).toEqual([400, [`${field}: Ce filtre n’est pas de votre liste`]])
  })

  it('is refused in the same words whether or not a case has it', async () => {
    const before = await refused('psp.69', 'form=sexual')
    await flag({ forms: ['sexual'] })
    expect(await refused('psp.69', 'form=sexual')).toEqual(before)
    expect(before).toEqual([400, ['form: Ce filtre n’est pas de votre liste']])
  })

  it('is kept for nobody', async () => {
    const sent = await site.send('psp.69', '/api/worklist/views', { form: 'sexual' }, { method: 'PUT' })
    expect([sent.statusCode, sent.json().errors]).toMatchObject([
      400,
      [{ field: 'form', message: 'Ce filtre n’est pas de votre liste' }]
    ])
    const unknown = await site.send('asso.rhone', '/api/worklist/views', { q: '7K3F9Q2M' }, { method: 'PUT' })
    expect(unknown.statusCode).toBe(400)
  })

  it.each(['sort=code', 'sort=pressing', 'only=mine', 'whose=everybody', 'stage=reflection', 'form='])(
    'and what nobody knows: %s',
    async (asked) => {
      expect((await refused('asso.rhone', asked))[0]).toBe(400)
    }
  )
})

describe('a list that is narrowed', () => {
  it('has the cases that have the word, and no others', async () => {
    const child = await flag({ ageGroup: 'minor', ageBand: '15-17', forms: ['begging'] })
    const adult = await flag({ ageGroup: 'adult', ageBand: '25-34', forms: ['labour'] })
    expect(await codes('asso.rhone', '&only=minor')).toContain(child)
    expect(await codes('asso.rhone', '&only=minor')).not.toContain(adult)
    expect(await codes('asso.rhone', '&form=labour')).toContain(adult)
    expect(await codes('asso.rhone', '&form=labour')).not.toContain(child)
    expect(await codes('asso.rhone', '&form=labour&only=minor')).not.toContain(adult)
    const weighing = await codes('cellule.69', '&stage=identification.weighing')
    expect(weighing).toEqual(expect.arrayContaining([child, adult]))
    expect(await codes('cellule.69', '&stage=identification.recognised')).toEqual([])
  })

  it('goes on where it was, in each of its orders', async () => {
    for (let n = 0; n < 4; n += 1) await flag({ forms: ['domestic'] })
    for (const sort of ['', '&sort=due', '&sort=moved']) {
      const asked = `&form=domestic${sort}`
      const all = await codes('cellule.69', asked)
      expect(all.length).toBeGreaterThanOrEqual(4)
      const seen: string[] = []
      let next: string | null = ''
      while (next !== null) {
        const from: string = next === '' ? '' : `&cursor=${next}`
        const page: List = await list('cellule.69', `${asked}&limit=3${from}`)
        seen.push(...page.items.map(({ id }) => id))
        next = page.next
      }
      expect(seen).toEqual(all)
    }
  })

  it('refuses the cursor of another order', async () => {
    const { next } = await list('cellule.69', '&limit=1&sort=moved')
    expect(next).not.toBeNull()
    const answer = await site.get('cellule.69', `/api/cases?view=todo&cursor=${next}`)
    expect([answer.statusCode, answer.json().errors]).toMatchObject([
      400,
      [{ field: 'cursor', message: 'Repartez du début de la liste' }]
    ])
  })

  it('counts what its words find, and names no act that waits for nobody', async () => {
    const choices = (await site.get('cellule.69', '/api/worklist/choices')).json<Record<string, Choice[]>>()
    for (const form of choices['form']!)
      expect(form.found.n).toBe((await codes('cellule.69', `&form=${form.value}`)).length)
    expect(choices['act']!.length).toBeGreaterThan(0)
    for (const { value, found } of choices['act']!)
      expect((await codes('cellule.69', `&act=${value}`)).length).toBe(found.n)
    expect(choices['whose']).toEqual([])
    const programme = (await site.get('psp.69', '/api/worklist/choices')).json<Record<string, Choice[]>>()
    expect(programme['form']).toEqual([])
    expect(programme['stage']!.map(({ value }) => value)).toContain('residence.reflection')
  })
})

it('the words of a list count no case that the house reads no more, and name no act of it', async () => {
  const ended = await flag({ ageGroup: 'minor', ageBand: '15-17', forms: ['other'] })
  const counts = async () => {
    const { form, only, stage, act } = (await site.get('cellule.69', '/api/worklist/choices')).json<
      Record<string, Choice[]>
    >()
    return [...form!, ...only!, ...stage!, ...act!].map(({ value, found }) => `${value} ${found.n}`)
  }
  const read = await counts()
  const { orgId } = site.as('cellule.69')
  await site.db.owner.query('update participation set until = now() where case_id = $1 and org_id = $2', [
    ended,
    orgId
  ])
  expect(await counts()).not.toEqual(read)
  for (const { value, found } of (await site.get('cellule.69', '/api/worklist/choices')).json<
    Record<string, Choice[]>
  >()['form']!)
    expect(found.n).toBe((await codes('cellule.69', `&form=${value}`)).length)
})

describe('a line', () => {
  it('reads the grounds to the cell: how many signs speak of which element', async () => {
    const id = await flag()
    const line = (await list('cellule.69')).items.find((one) => one.id === id)!
    expect(line.trade).toMatchObject({ region: 'identification', label: 'Signalement reçu' })
    expect(line.trade.notes).toMatch(/^Éléments de la traite connus : acte \d, moyen \d, but \d$/)
  })

  it('reads the stay to the prefecture, day by day, and to nobody whose trade it is not', async () => {
    const id = await site.tell.reflecting('2026-11-24')
    const read = async (login: string) => (await list(login)).items.find((one) => one.id === id)!.trade
    expect(await read('prefecture.69')).toMatchObject({
      region: 'residence',
      label: 'Réflexion en cours',
      day: { of: 30, from: '2026-11-24', until: '2026-12-24' }
    })
    expect(await read('cellule.69')).toMatchObject({ region: 'identification', day: null })
    expect(await codes('prefecture.69', '&stage=residence.reflection')).toContain(id)
    expect(await codes('prefecture.69', '&stage=residence.asked')).not.toContain(id)
  })
})

describe('lists that a person keeps', () => {
  const save = (login: string, body: object) =>
    site.send(login, '/api/worklist/views', body, { method: 'PUT' })
  const views = async (login: string) =>
    (await site.get(login, '/api/worklist/views')).json<{
      items: { id: string; label: string; asked: { name: string; value: string }[] }[]
    }>().items

  it('are named by what they ask for, kept once, and read by nobody else', async () => {
    const asked = { view: 'all', stage: 'residence.reflection', only: 'minor' }
    expect((await save('prefecture.69', asked)).statusCode).toBe(200)
    await save('prefecture.69', { only: 'minor', stage: 'residence.reflection', view: 'all' })
    const [kept, ...others] = await views('prefecture.69')
    expect(others).toEqual([])
    expect(kept).toMatchObject({ label: 'Réflexion · Personnes mineures' })
    expect(await views('cellule.69')).toEqual([])
    const notTheirs = await site.send('cellule.69', `/api/worklist/views/${kept!.id}`, undefined, {
      method: 'DELETE'
    })
    expect(notTheirs.statusCode).toBe(200)
    expect(await views('prefecture.69')).toHaveLength(1)
    // Kept in a role whose list has no such words, it is not shown.
    const { personId, orgId } = site.as('foyer.azur')
    const given = 'update saved_view set person_id = $1, org_id = $2'
    await site.db.owner.query(given, [personId, orgId])
    expect(await views('foyer.azur')).toEqual([])
    const { personId: own, orgId: ownOrg } = site.as('prefecture.69')
    await site.db.owner.query(given, [own, ownOrg])
    await site.send('prefecture.69', `/api/worklist/views/${kept!.id}`, undefined, { method: 'DELETE' })
    expect(await views('prefecture.69')).toEqual([])
  })

  it('are twenty at most', async () => {
    const { form, stage } = narrowedBy('asso')
    const many = form.flatMap((one) => stage.map((other) => ({ form: one, stage: other }))).slice(0, 21)
    const answers = await Promise.all(many.slice(0, 20).map((asked) => save('asso.rhone', asked)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(many.slice(0, 20).map(() => 200))
    const beyond = await save('asso.rhone', many[20]!)
    expect([beyond.statusCode, beyond.json().detail]).toEqual([
      409,
      'Vous gardez déjà 20 listes : retirez-en une'
    ])
    expect((await save('asso.rhone', many[0]!)).statusCode).toBe(200)
  })
})

describe('own and team', () => {
  it('tells what is followed by name from what a team follows, once an organisation works in teams', async () => {
    const theirs = await flag()
    expect((await site.send('asso.rhone', '/api/teams', { name: 'Permanence' })).statusCode).toBe(201)
    const [own, personId] = [await flag(), site.as('asso.rhone').personId]
    expect(await codes('asso.rhone', '&whose=team')).toEqual(expect.arrayContaining([theirs, own]))
    expect(await codes('asso.rhone', '&whose=mine')).toEqual([])
    const handed = { cases: [own], teamId: null, personId }
    const given = await site.send('asso.rhone', '/api/teams/caseload', handed)
    expect(given.statusCode, given.body).toBe(200)
    expect(await codes('asso.rhone', '&whose=mine')).toEqual([own])
    const choices = (await site.get('asso.rhone', '/api/worklist/choices')).json<Record<string, Choice[]>>()
    expect(choices['whose']!.map(({ value }) => value)).toEqual(['mine', 'team'])
  })
})

describe('the stages of a list', () => {
  it('hold every state of their region', () => {
    for (const region of listedRegions)
      for (const state of Object.keys(regionStates[region]))
        expect(stagesOf(region)).toContain(stageOf(region, state))
    expect(stageOf('residence', 'of_no_region')).toBeNull()
  })

  it('tell no day from which a birth date is read', () => {
    const told = listedRegions.flatMap((region) =>
      Object.keys(regionStates[region]).flatMap((state) => clocksListed(region, state))
    )
    const secret = told.filter(
      ({ code }) => (deadlineRegister[code as DeadlineCode] as DeadlineRow).secretDay !== null
    )
    expect(told.length).toBeGreaterThan(10)
    expect(secret).toEqual([])
  })
})
