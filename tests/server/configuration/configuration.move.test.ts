import { afterAll, describe, expect, it } from 'vitest'
import { startMove, undoMove } from '../../../server/configuration/moves.ts'
import { createDraft } from '../../../server/configuration/versions.ts'
import { situationOf } from '../../../server/cases/store.ts'
import { openMoving, seeded } from '../../support/moving.ts'
import { replay } from '../../../workflows/case/replay.ts'
import { refusal } from '../../support/refusals.ts'
import { noon } from '../../support/world.ts'

const { world, ids, by, tell, rows, clocks, versions, lists, finish, preview, move } = await openMoving()
afterAll(() => world.close())

describe('moving running cases', () => {
  it('is refused to who has not read the preview of this move within the hour', async () => {
    const tooLongAgo = new Date(noon.getTime() - 61 * 60_000)
    for (const read of [{ by: 'dpo' }, { to: '2026-12' }, { at: tooLongAgo }])
      expect(await refusal(move('admin', '2026-09', '2026-11', read))).toBe('RuleRefused')
    for (const mark of ['', 'x', `${noon.getTime() + 1000}.`])
      expect(
        await refusal(startMove(world.gate, by('admin'), { from: '2026-09', to: '2026-11', mark }))
      ).toBe('RuleRefused')
  })

  it('is refused to a version that is not in force, to itself, and while another move goes on', async () => {
    await createDraft(world.gate, by('admin'), {
      from: '2026-09',
      version: '2027-01',
      effectiveOn: '2027-01-01',
      note: ''
    })
    for (const to of ['2027-01', '2026-09'])
      expect(await refusal(move('admin', '2026-09', to))).toBe('RuleRefused')
    expect(await refusal(move('cellule.69', '2026-09', '2026-11'))).toBe('NotFound')
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

  it('moves them all while people act on them, each written in its own log, and undoing restores every clock', async () => {
    const [was, listed] = [await clocks(), await lists()]
    const { id } = await move('admin', '2026-09', '2026-11')
    expect(await refusal(move('admin', '2026-11', '2026-09'))).toBe('RuleRefused')
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
    expect(await refusal(undoMove(world.gate, by('admin'), id))).toBe('RuleRefused')
  }, 240_000)
})
