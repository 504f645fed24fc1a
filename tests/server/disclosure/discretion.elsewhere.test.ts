import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { showCode } from '../../../server/cases/code.ts'
import { previewMove } from '../../../server/configuration/preview.ts'
import { inContext } from '../../../server/db/context.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { actionFor, actionsFor } from '../../support/running/actions.ts'
import { why } from '../../support/refusals.ts'
import { openSite } from '../../support/running/site.ts'
import { insertOrganisation, noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const site = await forFile(openSite())

const reader = (login: string) => ({ actor: site.as(login), locale: 'fr' as const, now: noon })
const read = (login: string, id: string) =>
  inContext(site.db.app, site.as(login), (tx) => viewCase(tx, id, reader(login)))

const overseas = async (): Promise<Actor> => {
  const cell = { key: 'cell-974', name: 'CELLULE 974', type: 'cell', territory: '974' } as const
  return { ...site.as('cellule.75'), orgId: await insertOrganisation(site.db, cell), territory: '974' }
}

describe('to whom she moved overseas is not told', () => {
  it('by the lists of a form, nor by the steps and the last moment of a clock', async () => {
    const { tell } = site
    const there = await overseas()
    await insertOrganisation(site.db, {
      key: 'asso-974',
      name: 'CANARI DES HAUTS',
      type: 'association',
      territory: '974'
    })
    const id = await tell.consenting(['A', 'B', 'C', 'E', 'F'])
    await tell.act('asso.rhone', id, 'exit.request', { wishes: true })
    await tell.move('psp.69', await tell.referral(id, 'exit_programme'), 'accept')
    await tell.act('asso.rhone', id, 'prefecture.request', {})
    await tell.move('prefecture.69', await tell.referral(id, 'prefecture'), 'accept')
    await tell.act('cellule.69', id, 'territory.transfer', { to: '974', reason: 'sheltered' })
    await tell.moveAs(there, await tell.referral(id, 'cell'), 'accept')

    const offered = await actionFor(site.db, reader('psp.69'), [id, 'psp.decision'])
    expect(JSON.stringify(offered.input)).not.toContain('CANARI')
    expect(JSON.stringify(await actionsFor(site.db, reader('asso.rhone'), id))).toContain('CANARI')

    await tell.act('psp.69', id, 'psp.decision', { heardOn: '2026-11-24', decidedOn: '2026-11-24' })
    const clocks = (await read('psp.69', id)).deadlines.filter(({ code }) => code === 'D-PSP')
    const listed = (await site.get('psp.69', '/api/deadlines')).json().items
    for (const clock of [...clocks, ...listed.filter(({ code }: { code: string }) => code === 'D-PSP')]) {
      expect(JSON.stringify(clock)).not.toMatch(/Réunion|Heure locale/)
      expect(clock.dueAt).toBe('2027-05-24T21:59:59.999Z')
    }
    expect(clocks).toHaveLength(1)
    const whole = (await read('asso.rhone', id)).deadlines.find(({ code }) => code === 'D-PSP')!
    expect(JSON.stringify(whole)).toMatch(/Heure locale : La Réunion/)
  })
})

describe('a merge that is refused', () => {
  const propose = async (id: string) => {
    const into = (await site.tell.row(await site.tell.presumed()))['code']
    return site.tell.act('cellule.69', id, 'merge.propose', { into, proofs: ['person'] })
  }
  const proposed = (id: string) => why(propose(id))

  it('tells the cell neither of asylum nor of care when it is proposed, and loses neither when it is confirmed', async () => {
    const { tell } = site
    const seeker = await tell.consenting(['B', 'C', 'E', 'F'], { asylumLink: true })
    await tell.act('asso.rhone', seeker, 'asylum.lodged', { attestedOn: '2026-11-20', wishes: true })
    await tell.act('asso.rhone', seeker, 'asylum.invited', { invitedOn: '2026-11-20' })
    const cared = await tell.consenting(['A', 'G'])
    await tell.act('asso.rhone', cared, 'health.refer', { destination: 'general' })
    for (const id of [seeker, cared]) {
      await propose(id)
      expect((await read('asso.rhone', id)).joined).toMatchObject({ settled: false })
      expect(await why(tell.act('cellule.69.bis', id, 'merge.confirm'))).toMatch(
        /^Les conditions de cet acte/
      )
      const { rows } = await site.db.owner.query(
        `select person_id, outcome from audit_event where action = 'merge.confirm' and object = $1`,
        [`case:${id}`]
      )
      expect(rows).toEqual([{ person_id: site.as('cellule.69.bis').personId, outcome: 'denied' }])
      expect((await tell.row(id))['identification']).toBe('presumed')
    }
  })

  it('says what holds it back where the cell may read it', async () => {
    const id = await site.tell.consenting(['B', 'F'])
    await site.tell.act('asso.rhone', id, 'formal.request', { unit: 'Police judiciaire' })
    expect(await proposed(id)).toMatch(/^Des orientations de ce dossier/)
  })
})

describe('the preview of a version that changes one clock of a class', () => {
  const publish = (version: string, body: object, on: string) =>
    site.db.owner.query(
      `insert into config_version (version, effective_on, body, state, writers, created_at, published_at)
       values ($1, $2, $3, 'published', '{}', now(), now()) on conflict do nothing`,
      [version, on, JSON.stringify(body)]
    )

  const forced = { 'MNIO-FORCED': { n: 30, unit: 'days' } }
  const changing = async (version: string, durations: object) => {
    await publish('2026-09', september2026, '2026-09-01')
    const body = {
      ...september2026,
      version,
      effectiveOn: '2026-11-01',
      durations: { ...september2026.durations, ...durations }
    }
    await publish(version, body, '2026-11-01')
    return inContext(site.db.app, site.as('admin'), (tx) =>
      previewMove(tx, { from: '2026-09', to: version }, reader('admin'))
    )
  }

  it('tells the administration neither where she lives now nor when her clocks end there', async () => {
    const { tell } = site
    const [stays, gone] = [await tell.consenting(['B']), await tell.consenting(['B'])]
    const there = await overseas()
    await tell.act('cellule.69', gone, 'territory.transfer', { to: '974', reason: 'sheltered' })
    await tell.moveAs(there, await tell.referral(gone, 'cell'), 'accept')
    const { items } = await changing('2026-11-d', { 'MNIO-CONSENT': { n: 9, unit: 'months' } })
    const itemOf = async (id: string) => {
      const shown = showCode(String((await tell.row(id))['code']))
      return { ...items.find(({ code }) => code === shown)!, code: '' }
    }
    expect(await itemOf(gone)).toEqual(await itemOf(stays))
    expect(await itemOf(gone)).toMatchObject({ territory: '69', clocks: [{ startsOn: '2026-11-24' }] })
  })

  const fewerThanTen = { tens: true, cases: 0, earlier: 0, later: 0, over: 0, kept: 0 }
  const nothing = { changed: 0, over: 0, kept: 0 }

  it('names no case, and counts so few as none', async () => {
    const { tell } = site
    const id = await tell.consenting(['A', 'B'])
    await tell.act('asso.rhone', id, 'forced.criminality', { lawyerAgrees: true })
    const preview = await changing('2026-11', forced)
    expect(preview.changes).toHaveLength(1)
    expect(preview.items).toEqual([])
    expect(preview.counts!.clocks).toEqual([expect.objectContaining(fewerThanTen)])
    expect(preview.counts).toMatchObject(nothing)
    expect(preview.counts!.cases).toBeGreaterThan(0)
  })

  it('says the same of that clock to nobody’s and to somebody’s: other clocks are counted as without it', async () => {
    const alone = await changing('2026-11', forced)
    expect(alone.counts).toMatchObject(nothing)
    const id = await site.tell.flagged()
    await site.db.owner.query(`update "case" set config_version = '2026-09' where id = $1`, [id])
    const triages = await changing('2026-11-b', { 'MNIO-TRIAGE': { n: 9, unit: 'workingDays' } })
    const both = await changing('2026-11-c', { ...forced, 'MNIO-TRIAGE': { n: 9, unit: 'workingDays' } })
    expect(both.items).toEqual(triages.items)
    expect({ ...both.counts, clocks: new Set(both.counts!.clocks) }).toEqual({
      ...triages.counts!,
      clocks: new Set([...triages.counts!.clocks, expect.objectContaining(fewerThanTen)])
    })
    expect(triages.counts!.changed).toBeGreaterThan(0)
  })

  it('counts twelve as it counts eleven: no count of that clock follows one case', async () => {
    const { tell } = site
    const counted = async (upTo: number) => {
      const running = `select count(*)::int as n from deadline d join "case" c on c.id = d.case_id
        where d.code = 'MNIO-FORCED' and d.state = 'running' and c.config_version = '2026-09'`
      for (;;) {
        const { rows } = await site.db.owner.query<{ n: number }>(running)
        if (rows[0]!.n >= upTo) break
        const id = await tell.consenting(['A', 'B'])
        await tell.act('asso.rhone', id, 'forced.criminality', { lawyerAgrees: true })
        await site.db.owner.query(`update "case" set config_version = '2026-09' where id = $1`, [id])
      }
      return (await changing('2026-11', forced)).counts!
    }
    const eleven = await counted(11)
    expect(eleven.clocks).toEqual([
      expect.objectContaining({
        ...fewerThanTen,
        cases: 10,
        later: eleven.clocks[0]!.later,
        earlier: eleven.clocks[0]!.earlier
      })
    ])
    const twelve = await counted(12)
    expect(twelve).toEqual({ ...eleven, cases: eleven.cases + 1 })
  })
})
