import { afterAll, describe, expect, it } from 'vitest'
import { startMove, undoMove } from '../../../server/configuration/moves.ts'
import { previewMove } from '../../../server/configuration/preview.ts'
import { createDraft, publish, readVersion, saveDraft } from '../../../server/configuration/versions.ts'
import { inContext } from '../../../server/db/context.ts'
import { situationOf } from '../../../server/cases/store.ts'
import { openMoving, seeded } from '../../support/moving.ts'
import { replay } from '../../../workflows/case/replay.ts'
import { refusal, why } from '../../support/refusals.ts'
import { noon } from '../../support/world.ts'

const { world, ids, by, tell, rows, clocks, versions, lists, finish, preview, move } = await openMoving()
afterAll(() => world.close())

const unread = 'Lisez d’abord l’aperçu de cette bascule : il vaut une heure.'
const notInForce = 'On ne passe des dossiers qu’à une version publiée et en vigueur.'
const underWay = 'Un passage de dossiers est déjà en cours : attendez qu’il soit fini.'

describe('moving running cases', () => {
  it('is refused to who has not read the preview of this move within the hour', async () => {
    const tooLongAgo = new Date(noon.getTime() - 61 * 60_000)
    for (const read of [{ by: 'dpo' }, { to: '2026-12' }, { at: tooLongAgo }])
      expect(await why(move('admin', '2026-09', '2026-11', read))).toBe(unread)
    for (const mark of ['', 'x', `${noon.getTime() + 1000}.`])
      expect(await why(startMove(world.gate, by('admin'), { from: '2026-09', to: '2026-11', mark }))).toBe(
        unread
      )
  })

  it('is refused to a version that nobody has published, or before its first day, from a draft, and to itself', async () => {
    const tomorrow = { from: '2026-09', effectiveOn: '2026-11-25', note: '' }
    for (const version of ['2027-01', '2027-02'])
      await createDraft(world.gate, by('admin'), { ...tomorrow, version })
    await publish(world.gate, by('admin.bis'), '2027-02', 1)
    for (const [from, to] of [
      ['2026-09', '2027-01'],
      ['2027-01', '2026-11'],
      ['2026-09', '2027-02']
    ] as const)
      expect(await why(move('admin', from, to))).toBe(notInForce)
    expect(await why(move('admin', '2026-09', '2026-09'))).toBe('Choisissez deux versions différentes.')
    expect(await refusal(move('cellule.69', '2026-09', '2026-11'))).toBe('NotFound')
    expect(await rows('select from config_move')).toEqual([])
    // In Paris the day is over an hour before it is in Greenwich.
    const eve = new Date('2026-11-24T22:59:59Z')
    world.at(eve)
    expect(await why(move('admin', '2026-09', '2027-02', { at: eve }))).toBe(notInForce)
    const firstDay = new Date('2026-11-24T23:00:00Z')
    world.at(firstDay)
    expect(await why(move('admin', '2027-02', '2026-11', { at: firstDay }))).toBeNull()
    expect(await why(move('admin', '2026-09', '2027-02', { at: firstDay }))).toBe(underWay)
    const [{ id }] = await rows('select id from config_move')
    await finish(id)
    expect(await why(move('admin', '2026-09', '2027-02', { at: firstDay }))).toBeNull()
    await world.db.owner.query('delete from config_move')
    world.at(noon)
  })

  it('shows first what changes for each, codes and clocks and nothing more, and writes nothing', async () => {
    const before = await clocks()
    const first = await preview('2026-09', '2026-11')
    expect(first.counts).toMatchObject({ cases: seeded, changed: seeded, deciding: 20, over: 0, kept: 0 })
    expect(first.counts!.clocks).toEqual([
      {
        code: 'MNIO-RG',
        label: 'Motifs raisonnables',
        tens: false,
        cases: seeded,
        earlier: 0,
        later: seeded,
        over: 0,
        kept: 0
      }
    ])
    expect(first.changes).toEqual([
      'Motifs raisonnables : 9 jours ouvrés (avant : 5 jours ouvrés)',
      'Quorum, membres : 4 (avant : 3)',
      'Quorum, doit comprendre : personne (avant : associations)'
    ])
    expect(Object.keys(first.items[0]!).sort()).toEqual(['clocks', 'code', 'quorum', 'territory'])
    expect(JSON.stringify(first)).not.toContain('CANARI')
    const codes = new Set<string>()
    const quorums = new Set<string>()
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof preview>> = await preview('2026-09', '2026-11', cursor)
      for (const { code, quorum } of page.items) {
        codes.add(code)
        for (const one of quorum) quorums.add(one)
      }
      cursor = page.next
    }
    expect(codes.size).toBe(seeded)
    // In a meeting four members are asked whatever the version of a case: that does not move with it. The first page may
    // hold none for which the cell has to decide: chance draws their codes.
    expect(quorums).toEqual(new Set(['Quorum, doit comprendre : personne (avant : associations)']))
    expect(await clocks()).toEqual(before)
  })

  it('counts what would be over and what stays as it is, and names first what most cases have', async () => {
    const at = (to: string, now: Date) =>
      inContext(world.db.app, world.as('admin'), (tx) =>
        previewMove(tx, { from: '2026-09', to }, { actor: world.as('admin'), locale: 'fr', now })
      )
    // Of a clock that has stood still the count stays.
    const stood = (days: object[]) =>
      world.db.owner.query(`update deadline set stood = $2 where case_id = $1 and code = 'MNIO-RG'`, [
        ...[ids[50], JSON.stringify(days)]
      ])
    await stood([{ from: '2026-11-24T09:00:00Z', to: '2026-11-24T10:00:00Z' }])
    const late = await at('2026-11-b', new Date('2026-11-27T12:00:00Z'))
    await stood([])
    expect(late.counts).toMatchObject({ cases: seeded, over: seeded - 1, kept: 1 })
    expect(late.counts!.clocks).toMatchObject([
      { code: 'MNIO-RG', cases: seeded, earlier: seeded, later: 0, over: seeded - 1, kept: 1 }
    ])
    await createDraft(world.gate, by('admin'), {
      ...{ from: '2026-11', version: '2026-11-c', effectiveOn: '2026-11-24', note: '' }
    })
    const { body } = await inContext(world.db.app, world.as('admin'), (tx) => readVersion(tx, '2026-11-c'))
    const durations = { ...body.durations, 'MNIO-TRIAGE': { n: 1, unit: 'workingDays' as const } }
    await saveDraft(world.gate, by('admin'), { ...body, durations }, 1)
    await publish(world.gate, by('admin.bis'), '2026-11-c', 2)
    const both = (await at('2026-11-c', noon)).counts!.clocks
    expect(both.map(({ code, cases }) => [code, cases])).toEqual([
      ['MNIO-RG', seeded],
      ['MNIO-TRIAGE', seeded - 20]
    ])
  })

  it('moves them all while people act on them, each written in its own log, and undoing restores every clock', async () => {
    const [was, listed] = [await clocks(), await lists()]
    const { id } = await move('admin', '2026-09', '2026-11')
    expect(await why(move('admin', '2026-11', '2026-09'))).toBe(underWay)
    const actOnAll = async (some: readonly string[]) => {
      for (const one of some) await tell.act('asso.rhone', one, 'facts.complete', { children: 2 })
    }
    const [moved] = await Promise.all([
      finish(id),
      actOnAll(ids.slice(180, 190)),
      actOnAll(ids.slice(190).toReversed())
    ])
    expect(moved).toMatchObject({ state: 'moved', total: seeded, moved: seeded, failed: 0 })
    expect(await versions()).toEqual({ '2026-11': seeded })
    const grounds = await rows(
      `select distinct config_version, due_on::text from deadline where code = 'MNIO-RG' and state = 'running'`
    )
    expect(grounds).toEqual([{ config_version: '2026-11', due_on: '2026-12-07' }])
    const log = await rows(
      `select seq, command, input, person_id as "personId", org_id as "orgId", role, 'association' as "orgType" from case_event where case_id = $1 order by seq`,
      [ids[30]]
    )
    expect(log.at(-1)).toMatchObject({
      command: 'configuration.move',
      input: { from: '2026-09', to: '2026-11' },
      role: 'admin',
      personId: world.as('admin').personId
    })
    const row = (await rows('select * from "case" where id = $1', [ids[30]]))[0]
    expect(replay(log)).toEqual(situationOf(row))
    expect(row.version).toBe(2)

    const undone = await undoMove(world.gate, by('admin.bis'), id).then(() => finish(id))
    expect(undone).toMatchObject({ state: 'undone', restored: seeded, left: 0 })
    expect(await clocks()).toEqual(was)
    expect(await versions()).toEqual({ '2026-09': seeded })
    const quiet = (all: Record<string, unknown>[]) =>
      all.filter(({ case_id }) => !ids.slice(180).includes(String(case_id)))
    expect(quiet(await lists())).toEqual(quiet(listed))
    expect(await why(undoMove(world.gate, by('admin'), id))).toMatch(/^Ce passage est déjà défait/)
  }, 240_000)
})
