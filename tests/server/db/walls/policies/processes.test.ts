import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../../policies/actor.ts'
import type { Context } from '../../../../../server/db/context.ts'
import { acting } from '../../../../support/acting.ts'
import { forFile } from '../../../../support/for-file.ts'
import { openWorld } from '../../../../support/world.ts'
import { processPredicates } from '../../../../../verify/mutation/house/walls/asked/processes.ts'
import { adding, openWalls, seenHere, type Asked, type Wall } from '../asked.ts'

// What the worker, the clock and whoever makes figures read and write, of whom no person is asked.

const world = await forFile(openWorld())
const tell = acting(world)
const { put, stand } = await openWalls(world)
const [asso, paris, cell] = ['asso.rhone', 'asso.paris', 'cellule.69'].map((login) =>
  world.as(login)
) as Three
const [admin, second, miprof] = ['admin', 'admin.bis', 'miprof'].map((login) => world.as(login)) as Three
type Three = [Actor, Actor, Actor]
const nobody: Context = { orgId: null, personId: null, role: 'system' }
const at = new Date().toISOString()
const later = new Date(Date.now() + 86_400_000).toISOString()

const by = (process: 'worker' | 'stats', says: string): Asked => ({ who: nobody, says, by: process })
const refused = (asked: Asked): Asked => ({ ...asked, isRefused: true })

const [id, over, none] = [await tell.presumed(), await tell.presumed(), await tell.presumed()]
const handing = {
  ...{ from_org_id: asso.orgId, to_org_id: paris.orgId, territory: '69', agreed_on: '2026-11-20' },
  ...{ language: 'bin', means: 'in_person', interpreter: true, proposed_by: asso.personId, proposed_at: at },
  expires_at: later
}
for (const different of [
  { case_id: id, state: 'proposed' },
  { case_id: over, state: 'accepted', settled_by: paris.personId, settled_at: at },
  { case_id: none, state: 'expired', settled_at: at }
])
  await put('case_handing', { ...handing, ...different, id: randomUUID() })
const handings = (state: string) => by('worker', `select from case_handing where state = '${state}'`)
// No column is read: what the policy that reads asks does not stand in for what the one that writes does.
const lapsing = (state = 'expired') =>
  by('worker', `update case_handing set state = '${state}', settled_at = now()`)

for (const state of ['planned', 'convened', 'cancelled'])
  await put('meeting', {
    ...{ id: randomUUID(), territory: '69', org_id: cell.orgId, state, version: 1, starts_at: later },
    rules: {}
  })
const meetings = (state: string) => by('worker', `select from meeting where state = '${state}'`)

const proposal = { body: {}, org_id: asso.orgId, kind: 'accredit', proposed_by: admin.personId }
await put('organisation_proposal', { ...proposal, id: randomUUID(), proposed_at: at, state: 'waiting' })
await put('organisation_proposal', {
  ...{ ...proposal, id: randomUUID(), proposed_at: at, state: 'refused' },
  ...{ settled_by: second.personId, settled_at: at }
})
const proposals = (state: string) =>
  by('worker', `select from organisation_proposal where state = '${state}'`)

for (const kind of ['count', 'tell']) await put('outbox', { kind, payload: { caseId: randomUUID() } })
const queue = (kind: string) => by('stats', `select from outbox where kind = '${kind}'`)

const release = { quarter: '2026-Q1', kind: 'provisional', version: 1, as_of: at, asked_at: at }
await put('release', { ...release, asked_by: miprof.personId, state: 'failed' })
await put('release', { ...release, asked_by: miprof.personId, state: 'asked', left_out: ['exits'] })
const [failed, asked] = (
  await world.db.owner.query<{ number: number }>('select number from release order by number')
).rows.map(({ number }) => number) as [number, number]
const making = (state: string) => by('stats', `update release set state = '${state}' where number = ${asked}`)
const reporting = (of: number) => by('stats', adding('release_report', { release: of, report: {} }))
const counting = (of: number, table = 'entries') =>
  by(
    'stats',
    adding('release_table', { release: of, audience: 'public', id: table, dimensions: {}, shown: [7] })
  )

const lease = { leased_by: randomUUID(), leased_until: later }
await put('firing_lease', { ...lease, case_id: id })
const setback = { attempts: 1, retry_at: later, error: 'x' }
await put('deadline_setback', { ...setback, deadline_id: randomUUID() })
const reading = (table: string) => (who: Context) => ({ who, says: `select from ${table}` })
const [leases, setbacks, moved] = [
  reading('firing_lease'),
  reading('deadline_setback'),
  reading('config_move_case')
]
const leasing = (who: Context) => ({ who, says: adding('firing_lease', { ...lease, case_id: over }) })
const putOff = (who: Context) => ({
  who,
  says: adding('deadline_setback', { ...setback, deadline_id: randomUUID() })
})

await put('config_version', {
  ...{ version: '2099-02', effective_on: '2099-01-01', body: {}, state: 'draft', created_at: at },
  ...{ created_by: admin.personId, writers: [admin.personId] }
})
const move = randomUUID()
await put('config_move', {
  ...{ id: move, from_version: '2099-02', to_version: '2099-02', state: 'moving', total: 1 },
  ...{ started_by: admin.personId, started_at: at }
})
const movedCase = { move_id: move, state: 'moved', before: {}, at }
await put('config_move_case', { ...movedCase, code: 'A', case_id: id })
const noting = (who: Context, within = over): Asked => ({
  ...{ who, within, says: adding('config_move_case', { ...movedCase, code: 'B', case_id: over }) }
})
const undoing = (who: Context, within = id): Asked => ({
  ...{ who, within, says: `update config_move_case set state = 'restored'` }
})

const walls: Wall[] = [
  {
    wall: 'that a person is proposed to another house is known to the worker while it waits',
    may: handings('proposed'),
    others: { 'once it was accepted': handings('accepted') }
  },
  {
    wall: 'that nobody answered for her is known to the worker that says so',
    may: handings('expired'),
    others: {}
  },
  {
    wall: 'what nobody answered is ended by the worker',
    may: lapsing(),
    others: {
      'a second time': by('worker', `update case_handing set settled_at = now() where state = 'expired'`),
      'as if it had been refused': refused(lapsing('refused'))
    }
  },
  {
    wall: 'that a meeting is called is known to the worker that writes of it',
    may: meetings('convened'),
    others: { 'before it is called': meetings('planned') }
  },
  { wall: 'that it is called off as well', may: meetings('cancelled'), others: {} },
  {
    wall: 'what waits for a second person is counted by the worker',
    may: proposals('waiting'),
    others: { 'once it was answered': proposals('refused') }
  },
  {
    wall: 'whoever makes figures knows which cases wait to be counted',
    may: queue('count'),
    others: { 'and not what else is to be told': queue('tell') }
  },
  {
    wall: 'figures are made ready by whoever makes them',
    may: making('ready'),
    others: { 'and not dropped, as a person does': refused(making('dropped')) }
  },
  {
    wall: 'what was left out is written under the figures that are being made',
    may: reporting(asked),
    others: { 'and not under those that came to nothing': reporting(failed) }
  },
  {
    wall: 'a table is written under the figures that are being made',
    may: counting(asked),
    others: {
      'and not under those that came to nothing': counting(failed),
      'nor one that was left out': counting(asked, 'exits')
    }
  },
  {
    wall: 'which case is at work is read by the clock',
    may: leases(nobody),
    others: { 'and by no association': leases(asso), 'nor by the administration': leases(admin) }
  },
  {
    wall: 'a case is taken up by the clock',
    may: leasing(nobody),
    others: { 'and by nobody who keeps it from its alarms': leasing(asso) }
  },
  {
    wall: 'which clock failed is read by the clock',
    may: setbacks(nobody),
    others: { 'and by no association': setbacks(asso) }
  },
  {
    wall: 'a clock that failed is put off by the clock',
    may: putOff(nobody),
    others: { 'and by nobody who silences it': putOff(asso) }
  },
  {
    wall: 'which cases were moved to other rules is read by the administration',
    may: moved(admin),
    others: { 'by an association': moved(asso), 'by who makes figures': moved(miprof) }
  },
  { wall: 'and by what moves them', may: moved(nobody), others: {} },
  {
    wall: 'that a case was moved is written in the course of moving it',
    may: noting(nobody),
    others: {
      'and not by the administration itself': noting(admin),
      'nor of another case': noting(nobody, id)
    }
  },
  {
    wall: 'that it was moved back is written in the course of moving it back',
    may: undoing(nobody),
    others: {
      'and not by the administration itself': undoing(admin),
      'nor of another case': refused(undoing(nobody, over))
    }
  }
]

stand(walls, seenHere(processPredicates, import.meta.url))
