import { beforeAll, describe, expect, it } from 'vitest'
import { usual, writeEvent } from '../../../server/commands/event.ts'
import { lockCase, situationOf } from '../../../server/cases/store.ts'
import { inContext, setCaseScope } from '../../../server/db/context.ts'
import { clockActor } from '../../../server/firing/fire.ts'
import { listNotices } from '../../../server/notices/read.ts'
import { deliverTelling } from '../../../server/outbox/tell.ts'
import { deskOf, settleParticipants } from '../../../server/outbox/notify-participants.ts'
import { commandTypes, type CommandType } from '../../../workflows/case/commands.ts'
import { acting } from '../../support/acting.ts'
import { allScopes, anInput } from '../../support/cases.ts'
import { forFile } from '../../support/for-file.ts'
import { noon, openWorld } from '../../support/world.ts'
import {
  circleOf,
  everyPerson,
  hangsOnAgreement,
  houses,
  inCircle,
  parties,
  persons,
  placed,
  type Party,
  type Person
} from './circles.ts'

// Every act there is, told in a case in which everybody takes part: whose notice it is, who reads it there, whose list moved, and of
// which hour each is told.

const world = await forFile(openWorld())
const { owner } = world.db
const tell = acting(world)
const nobody = { orgId: null, personId: null, role: 'system' } as const
const orgOf = (login: string) => world.as(login).orgId

/** They hear of nothing: who accompanied her or knew of her stay before, who works elsewhere in the same role, who sits in a cell no more. */
const strangers = ['asso.paris', 'prefecture.75', 'parquet.paris', 'cellule.75', 'jirs.lyon']
const seats = ['membre.69.police', 'membre.69.sante', 'membre.69.ase']
const every = commandTypes.filter((one) => !one.startsWith('clock.') && one !== 'act.undone')
/** Of one who agreed to nothing, what hangs on it. */
const walked: Record<Person, readonly CommandType[]> = {
  agrees: every,
  child: every,
  refuses: every.filter((one) => hangsOnAgreement(circleOf(one)!))
}
/** When it happened, another second for each; and when it did where she was met. */
const atOf = (seq: number) => new Date(noon.getTime() + seq * 1000)
const metOf = (seq: number) => new Date(noon.getTime() + seq * 1000 - 7_200_000)

const part = (id: string, login: string, capacity: string, until: string | null = null) =>
  owner.query(
    `insert into participation (case_id, org_id, capacity, since, until, basis, moved_at)
     values ($1, $2, $3, now() - interval '400 days', $4::timestamptz, 'test', now())
     on conflict (case_id, org_id, capacity) do update set until = excluded.until`,
    [id, orgOf(login), capacity, until]
  )

const begun: Record<Person, () => Promise<string>> = {
  agrees: () => tell.consenting(allScopes),
  refuses: () => tell.flagged('asso.rhone', { nominativeConsent: false, identity: undefined }),
  child: () => tell.flagged('asso.rhone', { ageGroup: 'minor', ageBand: '15-17', nominativeConsent: false })
}

const peopled = async (person: Person): Promise<string> => {
  const id = await begun[person]()
  for (const [capacity, login] of Object.entries(houses)) await part(id, login, capacity)
  // A house that accompanies her sits in the cell as well, and hears there what a member hears.
  await part(id, houses.referent, 'cell_member')
  await part(id, 'asso.paris', 'referent', '2026-11-01')
  await part(id, 'prefecture.75', 'prefecture', '2026-11-01')
  return id
}

type Moved = { orgId: string; capacity: string; moved: boolean }

type Done = { seq: number; command: CommandType; lists: readonly Moved[] }

/** Written and told as acts are, whatever opens them: by the clock, or by whoever accompanies her. */
const done = (id: string, acts: readonly CommandType[], by = clockActor) =>
  inContext(world.db.app, by === clockActor ? nobody : by, async (tx) => {
    await setCaseScope(tx, id)
    const row = (await lockCase(tx, id))!
    const all: Done[] = []
    for (const [index, command] of acts.entries()) {
      const next = { ...row, version: row.version + 1 + index }
      const input = anInput(command)
      const desk = deskOf({ ...world.gate, telling: true }, tx)
      const [seq, at] = [next.version, atOf(next.version)]
      await writeEvent(desk, next, { command, input, actor: by, at, ...usual }, false)
      await settleParticipants(desk, id, situationOf(next), {
        ...{ actor: by, at, metAt: metOf(seq), happening: { command, input } },
        line: { about: 'case', id, seq }
      })
      all.push({ seq, command, lists: (desk.written ?? []) as readonly Moved[] })
    }
    return all
  })

/** All that waits is told, one after the other. */
const delivered = async () => {
  const { rows } = await owner.query<{ payload: Parameters<typeof deliverTelling>[1] }>(
    `delete from outbox where kind = 'tell' returning payload`
  )
  for (const { payload } of rows) await deliverTelling(world.db.app, payload)
}

const noticesOf = async (id: string) =>
  (
    await owner.query<{ id: string; seq: number; orgId: string; at: Date }>(
      `select id, seq, org_id as "orgId", at from notice where about = 'case' and about_id = $1`,
      [id]
    )
  ).rows

/** The notices that an account reads. */
const readBy = async (login: string): Promise<Set<string>> => {
  const reader = { actor: world.as(login), locale: 'fr' as const, now: new Date() }
  const read = new Set<string>()
  for (let cursor: string | undefined; ;) {
    const page = await inContext(world.db.app, reader.actor, (tx) =>
      listNotices(tx, { limit: 100, ...(cursor && { cursor }) }, reader)
    )
    for (const one of page.items) read.add(one.id)
    if (page.next === null) return read
    cursor = page.next
  }
}

type Heard = { told: Party[]; read: Party[]; lists: string[]; late: Party[]; beyond: string[] }
const heard = {} as Record<Person, Map<CommandType, Heard>>

const walk = async (person: Person) => {
  const id = await peopled(person)
  const by = person === 'agrees' ? world.as(houses.referent) : clockActor
  await done(id, ['contact.note'], by)
  await owner.query('delete from outbox')
  const acts = await done(id, walked[person], by)
  await delivered()
  // All of it counts as read: what is new is counted elsewhere, and need not be said twice.
  await owner.query(
    `insert into notice_read (person_id, org_id, until) select person_id, org_id, '2100-01-01' from membership on conflict do nothing`
  )
  const rows = await noticesOf(id)
  const read = new Map<string, Set<string>>()
  for (const login of [...Object.values(houses), ...strangers, ...seats]) read.set(login, await readBy(login))
  const ofParty = (which: (login: string) => boolean) => parties.filter((one) => which(houses[one]))
  heard[person] = new Map(
    acts.map(({ seq, command, lists }) => {
      const these = rows.filter((one) => one.seq === seq)
      const of = (login: string) => these.find(({ orgId }) => orgId === orgOf(login))
      const named = lists.filter(({ moved }) => moved)
      const found: Heard = {
        told: ofParty((login) => of(login) !== undefined),
        read: ofParty((login) => read.get(login)!.has(of(login)?.id ?? '')),
        lists: named.map(
          ({ orgId, capacity }) => `${capacity}${orgId === orgOf(houses.referent) ? '*' : ''}`
        ),
        late: ofParty((login) => of(login)?.at.getTime() === metOf(seq).getTime()),
        beyond: [
          ...strangers.filter((login) => of(login) !== undefined || read.get(login)!.size > 0),
          ...seats.filter((login) => read.get(login)!.size > 0)
        ]
      }
      return [command, found]
    })
  )
}

beforeAll(async () => {
  // Acts are written here wherever the case stands, by whoever: what PostgreSQL asks of each is tested elsewhere.
  await owner.query('alter table case_event disable trigger user')
  for (const person of everyPerson) await walk(person)
}, 600_000)

/** In which acts who is found is not who must be: a recipient more, or one less. */
const wrongIn = (
  all: ReadonlyMap<CommandType, Heard>,
  found: (one: Heard) => readonly string[],
  due: (command: CommandType) => readonly string[]
) =>
  [...all].flatMap(([command, one]) => {
    const [has, must] = [found(one), due(command)]
    const more = has.filter((each) => !must.includes(each)).map((each) => `${command}: ${each} more`)
    return [...more, ...must.filter((each) => !has.includes(each)).map((each) => `${command}: ${each} less`)]
  })

describe('of every act', () => {
  it('somebody has said who hears', () => {
    expect(every.filter((one) => circleOf(one) === null)).toEqual([])
  })

  describe.each(everyPerson.map((person) => ({ person, words: persons[person] })))(
    'of one $words',
    ({ person }) => {
      const wrong = (
        found: (one: Heard) => readonly string[],
        due: (command: CommandType) => readonly string[]
      ) => wrongIn(heard[person], found, due)
      const circle = (command: CommandType) => inCircle(circleOf(command)!, person)
      const besideAuthor = (these: Party[]) =>
        these.filter((one) => person !== 'agrees' || one !== 'referent')

      it('those are told and read it who must, and nobody else', () => {
        const due = (command: CommandType) => besideAuthor(circle(command))
        expect(wrong(({ told }) => told, due)).toEqual([])
        expect(wrong(({ read }) => read, due)).toEqual([])
        expect(
          wrong(
            ({ beyond }) => beyond,
            () => []
          )
        ).toEqual([])
      })

      it('those are told the hour of where she was met who may not know where she is', () => {
        const due = (command: CommandType) => circle(command).filter((one) => !placed(one, person))
        expect(
          wrong(
            ({ late }) => late,
            (command) => besideAuthor(due(command))
          )
        ).toEqual([])
      })

      it('it moves in the list of those who hear of it, and of whoever did it', () => {
        const author = (command: CommandType) => [
          ...(person === 'agrees' || circle(command).includes('referent') ? ['referent*'] : []),
          ...(circle(command).includes('cell_member') ? ['cell_member*'] : [])
        ]
        const due = (command: CommandType) => [
          ...circle(command).filter((one) => one !== 'referent'),
          ...author(command)
        ]
        expect(wrong(({ lists }) => lists, due)).toEqual([])
      })
    }
  )

  it('one recipient more and one less are each seen', () => {
    const [command, one] = [...heard.agrees].find(([act]) => act === 'asylum.lodged')!
    const found = (read: readonly Party[]) =>
      wrongIn(
        new Map([[command, { ...one, read: [...read] }]]),
        (each) => each.read,
        () => one.read
      )
    expect(found([...one.read, 'prefecture'])).toEqual(['asylum.lodged: prefecture more'])
    expect(found(one.read.filter((each) => each !== 'ofii'))).toEqual(['asylum.lodged: ofii less'])
  })
})
