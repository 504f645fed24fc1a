import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { meeting } from '../../support/meetings.ts'
import { refusal } from '../../support/refusals.ts'
import { openSite } from '../../support/running/site.ts'

// Which of the opinions that were given between two meetings count when a second one is given.

const site = await forFile(openSite())
const { owner } = site.db
const meet = meeting({ ...site, close: site.close })
const [favourable, unfavourable] = [
  { opinion: 'positive', elements: ['harboured'] },
  { opinion: 'insufficient', reason: 'means' }
]
const health = site.as('membre.69.sante')
/** What is said where nobody gave one: whatever an opinion fell by, it is said in no other words. */
const nobodys = 'Aucun premier avis pour des éléments insuffisants ne compte.'

const triaged = async () => {
  const id = await site.tell.flagged()
  await site.tell.act('cellule.69', id, 'triage.start')
  return id
}
const does = async (login: string, id: string, command: string, body: object = {}) => {
  const answer = await site.act(login, [id, command], body, { version: await site.version(login, id) })
  return answer.statusCode < 300 ? null : `${answer.json().title} ${answer.json().detail}`
}
const formOf = async (login: string, id: string, command: string) =>
  (await site.get(login, `/api/cases/${id}/actions/${command}`)).json()
const stands = async (id: string) => (await site.tell.row(id))['identification']

/** Somebody else of that house, who holds its seat for a while. */
const colleague = async () => {
  const personId = randomUUID()
  await owner.query(
    `insert into person (id, issuer, subject, display_name) values ($1::uuid, 'x', $1::uuid::text, 'Y')`,
    [personId]
  )
  await owner.query(`insert into membership (person_id, org_id, role) values ($1, $2, 'cell_member')`, [
    personId,
    health.orgId
  ])
  return { ...health, personId }
}
const leaves = ({ personId }: { personId: string }) =>
  owner.query('update membership set until = now() where person_id = $1', [personId])

describe('an opinion given between two meetings', () => {
  it('is missed in these words where nobody gave any', async () => {
    expect(await formOf('membre.69.police', await triaged(), 'triage.reject')).toMatchObject({
      enabled: false,
      reason: nobodys
    })
  })

  it('counts no more once its author has left the seat: nobody concludes on it, and their house gives another', async () => {
    const [id, who] = [await triaged(), await colleague()]
    await site.tell.actAs(who, id, 'grounds.propose', unfavourable)
    expect(await formOf('membre.69.police', id, 'triage.reject')).toMatchObject({ enabled: true })
    expect(await does('membre.69.sante', id, 'grounds.propose', unfavourable)).toContain(
      'Votre institution a déjà'
    )
    await leaves(who)
    expect(await does('membre.69.police', id, 'triage.reject')).toContain(nobodys)
    expect(await formOf('membre.69.police', id, 'triage.reject')).toMatchObject({
      enabled: false,
      reason: nobodys
    })
    expect(await does('membre.69.sante', id, 'grounds.propose', unfavourable)).toBeNull()
    expect(await does('membre.69.police', id, 'triage.reject')).toBeNull()
    expect(await stands(id)).toBe('insufficient_elements')
  })

  it('nor once its author, or their house, withdrew from the case, until they take it back', async () => {
    const id = await triaged()
    await site.tell.act('membre.69.sante', id, 'grounds.propose', unfavourable)
    const itemId = await meet.item(await meet.planned(), id)
    const recusal = `insert into meeting_recusal (item_id, case_id, person_id, org_id, cell_org_id, at, whole) values ($1, $2, $3, $4, $5, now(), $6)`
    for (const whole of [false, true]) {
      const of = [itemId, id, health.personId, health.orgId, site.as('cellule.69').orgId, whole]
      await owner.query(recusal, of)
      expect(await does('membre.69.police', id, 'triage.reject')).toContain(nobodys)
      await owner.query('delete from meeting_recusal where case_id = $1', [id])
    }
    expect(await does('membre.69.police', id, 'triage.reject')).toBeNull()
  })

  it('takes the place of what its house had said', async () => {
    const id = await triaged()
    expect(await does('membre.69.sante', id, 'grounds.propose', unfavourable)).toBeNull()
    expect(await does('membre.69.sante', id, 'grounds.propose', favourable)).toBeNull()
    expect(await does('membre.69.police', id, 'triage.reject')).toContain(nobodys)
  })

  it('of whoever is told of no case says nothing: that it counts no more is for its cell', async () => {
    const [id, who] = [await triaged(), await colleague()]
    await site.tell.actAs(who, id, 'grounds.propose', unfavourable)
    await leaves(who)
    expect(await refusal(site.tell.act('cellule.75', id, 'triage.reject'))).toBe('NotFound')
  })
})

describe('a contrary opinion', () => {
  it('holds off no second one, as often as it is given again, and the second person reads the one that they confirm', async () => {
    const id = await triaged()
    expect(await does('membre.69.sante', id, 'grounds.propose', unfavourable)).toBeNull()
    expect(await does('membre.69', id, 'grounds.propose', favourable)).toBeNull()
    expect(await does('membre.69.sante', id, 'grounds.propose', unfavourable)).toBeNull()
    expect(await does('membre.69', id, 'grounds.positive')).toContain('Le premier avis est le vôtre')
    expect(await does('membre.69.sante', id, 'triage.reject', {})).toContain('Le premier avis est le vôtre')
    const { confirmed } = await formOf('membre.69.police', id, 'grounds.positive')
    expect(JSON.stringify(confirmed)).toContain('motifs raisonnables de croire')
    expect(JSON.stringify((await formOf('membre.69.police', id, 'triage.reject')).confirmed)).toContain(
      'insuffisants'
    )
    expect(await does('membre.69.police', id, 'grounds.positive')).toBeNull()
    expect(await stands(id)).toBe('presumed')
  })

  it('may be followed as well: any two agree', async () => {
    const id = await triaged()
    expect(await does('membre.69', id, 'grounds.propose', favourable)).toBeNull()
    expect(await does('membre.69.sante', id, 'grounds.propose', unfavourable)).toBeNull()
    expect(await does('membre.69.police', id, 'triage.reject')).toBeNull()
    expect(await stands(id)).toBe('insufficient_elements')
  })
})
