import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { members, meeting } from '../support/meetings.ts'
import { refusal, tally } from '../support/refusals.ts'
import { acting } from '../support/acting.ts'
import { openWorld, type TestWorld } from '../support/world.ts'

let world: TestWorld
let tell: ReturnType<typeof acting>
let meet: ReturnType<typeof meeting>

beforeAll(async () => {
  world = await openWorld()
  tell = acting(world)
  meet = meeting(world)
})
afterAll(() => world.close())
// Each story has its own agenda: what another left waiting would stand on it.
beforeEach(() =>
  world.db.owner.query(
    `update "case" set identification = 'flagged' where identification in ('under_triage', 'review_open')`
  )
)

const why = async (act: Promise<unknown>) => {
  try {
    await act
    return null
  } catch (error) {
    return (error as { reason?: { fr: string } }).reason?.fr ?? (error as Error).name
  }
}
const triaged = async (login = 'asso.rhone') => {
  const id = await tell.flagged(login)
  await tell.act('cellule.69', id, 'triage.start')
  return id
}
const stands = async (id: string) => (await tell.row(id))['identification']
const session = async (present: readonly string[] = members) => {
  const caseId = await triaged()
  const id = await meet.inSession(present)
  return { caseId, id, itemId: await meet.item(id, caseId) }
}

describe('a meeting decides nothing', () => {
  it('without quorum, and says how many are missing', async () => {
    const { caseId, id, itemId } = await session(['membre.69', 'membre.69.police'])
    await meet.voted(id, itemId, ['in_favour', 'in_favour'])
    expect(await why(meet.decide(id, itemId))).toBe(
      'Le quorum n’est pas atteint. 2 membres sur 3 : il en manque 1.'
    )
    expect(await stands(caseId)).toBe('under_triage')
  })

  it('without an association, and says that it is missing', async () => {
    const { id, itemId } = await session(['membre.69.police', 'membre.69.sante'])
    expect(await why(meet.decide(id, itemId))).toContain('Il manque : associations.')
  })

  it('before everybody present has spoken', async () => {
    const { id, itemId } = await session()
    await meet.voted(id, itemId, ['in_favour', 'in_favour'])
    expect(await why(meet.decide(id, itemId))).toMatch(/^2 voix sur 3/)
  })

  it('by the secretary alone, who writes down every voice', async () => {
    const { caseId, id, itemId } = await session()
    for (const login of members)
      await meet.act('cellule.69', id, 'vote.record', {
        itemId,
        personId: world.as(login).personId,
        voice: 'in_favour'
      })
    expect(await why(meet.decide(id, itemId))).toContain('ne décide pas seul')
    expect(await stands(caseId)).toBe('under_triage')
  })

  it('where no majority comes out', async () => {
    const { id, itemId } = await session()
    await meet.voted(id, itemId, ['in_favour', 'against', 'abstained'])
    expect(await why(meet.decide(id, itemId))).toContain('Aucune majorité')
  })

  it('by numbers that somebody typed: the gate of the case counts the votes itself', async () => {
    const { caseId, id, itemId } = await session()
    const numbers = { members: 3, institutions: 3, inFavour: 3, against: 0, abstained: 0, unanimous: true }
    await meet.voted(id, itemId, ['in_favour', 'in_favour', 'in_favour'])
    for (const command of ['meeting.positive', 'meeting.insufficient', 'meeting.adjourned'] as const) {
      expect(await why(tell.act('cellule.69', caseId, command, { meetingId: id, ...numbers }))).toContain(
        'en clôturant le vote'
      )
      expect(await refusal(tell.act('membre.69', caseId, command, { meetingId: id, ...numbers }))).toBe(
        'NotAllowed'
      )
    }
    expect(await stands(caseId)).toBe('under_triage')
  })

  it('by an item bound to other numbers than its votes', async () => {
    const { caseId, id, itemId } = await session()
    await meet.voted(id, itemId, ['in_favour', 'in_favour', 'against'])
    const { version } = await tell.row(caseId)
    await world.db.owner.query(
      `update meeting_item set state = 'decided', outcome = 'meeting.positive', case_seq = $2 where id = $1`,
      [itemId, version + 1]
    )
    const numbers = { members: 3, institutions: 3, against: 0, abstained: 0, unanimous: true }
    expect(
      await why(
        tell.act('cellule.69', caseId, 'meeting.positive', { meetingId: id, ...numbers, inFavour: 3 })
      )
    ).toContain('ne se saisissent pas')
  })
})

describe('a voice is refused', () => {
  it('a second time', async () => {
    const { id, itemId } = await session()
    await meet.vote('membre.69', id, itemId)
    expect(await why(meet.vote('membre.69', id, itemId, 'against'))).toContain('déjà donnée')
    const { rows } = await world.db.owner.query('select voice from meeting_vote where item_id = $1', [itemId])
    expect(rows).toEqual([{ voice: 'in_favour' }])
  })

  it('of a person who flagged the case, and of an institution that accompanies the person', async () => {
    const caseId = await triaged()
    await tell.act('cellule.69', await triaged('police.69'), 'referent.name', {
      orgId: world.as('membre.69').orgId
    })
    await world.db.owner.query(
      `update case_event set person_id = $1 where case_id = $2 and command = 'case.flag'`,
      [world.as('membre.69.sante').personId, caseId]
    )
    const id = await meet.inSession()
    const { rows } = await world.db.owner.query<{ id: string; case_id: string }>(
      'select id, case_id from meeting_item where meeting_id = $1',
      [id]
    )
    const own = rows.find((row) => row.case_id === caseId)!.id
    const accompanied = rows.find((row) => row.case_id !== caseId)!.id
    expect(await why(meet.vote('membre.69.sante', id, own))).toContain('Vous avez signalé')
    expect(await why(meet.vote('membre.69', id, accompanied))).toContain('accompagne cette personne')
    expect(await why(meet.vote('membre.69', id, own))).toBeNull()
    expect(
      await why(
        meet.act('cellule.69', id, 'vote.record', {
          itemId: accompanied,
          personId: world.as('membre.69').personId,
          voice: 'in_favour'
        })
      )
    ).toContain('accompagne')
  })

  it('of a member who is not there', async () => {
    const { id, itemId } = await session(['membre.69'])
    expect(await why(meet.vote('membre.69.police', id, itemId))).toContain('n’est pas noté présent')
  })

  it('once the item has its decision, and once the meeting is closed', async () => {
    const { id, itemId } = await session()
    await meet.act('cellule.69', id, 'item.adjourn', { itemId })
    expect(await why(meet.vote('membre.69', id, itemId))).toContain('déjà reçu sa suite')
    await meet.act('cellule.69', id, 'close')
    expect(await why(meet.vote('membre.69', id, itemId))).toContain('la réunion est tenue')
  })

  it('before the session is open', async () => {
    const caseId = await triaged()
    const id = await meet.planned()
    await meet.act('cellule.69', id, 'convene')
    expect(await why(meet.vote('membre.69', id, await meet.item(id, caseId)))).toContain('convoquée')
  })
})

describe('what is not theirs does not exist', () => {
  it.each(['cellule.75', 'police.69', 'soin.69', 'asso.rhone', 'prefecture.69', 'miprof', 'admin'])(
    'for %s, whatever the act',
    async (login) => {
      const { id, itemId } = await session()
      const personId = world.as('membre.69').personId
      const inputs = { attend: { personId, presence: 'video' }, vote: { itemId, voice: 'against' } } as const
      for (const command of ['attend', 'vote', 'convene', 'close', 'cancel'] as const)
        expect([
          command,
          await refusal(meet.act(login, id, command, (inputs as Record<string, object>)[command] as never))
        ]).toEqual([command, 'NotFound'])
    }
  )

  it('for a member who was not convened, and for the police who are no member of the cell, in the database itself', async () => {
    const { id } = await session()
    const counts = async (login: string) => {
      const { orgId, personId, role } = world.as(login)
      const client = await world.db.app.connect()
      try {
        await client.query('begin')
        await client.query(
          `select set_config('app.org', $1, true), set_config('app.person', $2, true), set_config('app.role', $3, true)`,
          [orgId, personId, role]
        )
        const seen = []
        for (const table of ['meeting', 'meeting_member', 'meeting_item'])
          seen.push(
            (
              await client.query(
                `select count(*)::int as n from ${table} where ${table === 'meeting' ? 'id' : 'meeting_id'} = $1`,
                [id]
              )
            ).rows[0].n
          )
        return seen
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    expect(await counts('cellule.69')).toEqual([1, 3, 1])
    expect(await counts('membre.69.police')).toEqual([1, 3, 1])
    for (const login of ['police.69', 'cellule.75', 'asso.rhone', 'dpo'])
      expect([login, ...(await counts(login))]).toEqual([login, 0, 0, 0])
  })

  it('and a member conducts nothing: neither attendance, nor a decision', async () => {
    const { id, itemId } = await session()
    for (const [command, input] of [
      ['attend', { personId: world.as('membre.69').personId, presence: 'video' }],
      ['item.decide', { itemId }],
      ['vote.record', { itemId, personId: world.as('membre.69.sante').personId, voice: 'against' }],
      ['close', {}]
    ] as const)
      expect(await refusal(meet.act('membre.69', id, command, input))).toBe('NotAllowed')
  })

  it.each(['membre.69', 'asso.rhone', 'police.69', 'miprof'])('%s plans no meeting', async (login) => {
    expect(await refusal(meet.planned(login))).toBe('NotAllowed')
  })
})

describe('the agenda', () => {
  it('is proposed from what waits: danger first, then minors, then the oldest', async () => {
    const oldest = await triaged()
    const child = await tell.flagged('asso.rhone', { ageGroup: 'minor', nominativeConsent: false })
    await tell.act('cellule.69', child, 'triage.start')
    const danger = await tell.flagged('asso.rhone', { danger: 'immediate' })
    await tell.act('cellule.69', danger, 'triage.start')
    await tell.flagged()
    const id = await meet.planned()
    const { rows } = await world.db.owner.query<{ case_id: string }>(
      'select case_id from meeting_item where meeting_id = $1 order by position',
      [id]
    )
    expect(rows.map(({ case_id }) => case_id)).toEqual([danger, child, oldest])
  })

  it('takes neither a case twice, nor one that waits for nothing, nor another cell’s', async () => {
    const caseId = await triaged()
    const id = await meet.planned()
    expect(await why(meet.act('cellule.69', id, 'item.add', { caseId }))).toContain('déjà à l’ordre du jour')
    await meet.act('cellule.69', id, 'item.remove', { itemId: await meet.item(id, caseId) })
    expect(await why(meet.act('cellule.69', id, 'convene'))).toContain('vide')
    await meet.act('cellule.69', id, 'item.add', { caseId })
    expect(await why(meet.act('cellule.69', id, 'item.add', { caseId: await tell.presumed() }))).toContain(
      'n’attend pas'
    )
    expect(await why(meet.act('cellule.69', id, 'item.add', { caseId: randomUUID() }))).toContain(
      'n’attend pas'
    )
    await meet.act('cellule.69', id, 'convene')
    expect(
      await why(meet.act('cellule.69', id, 'item.remove', { itemId: await meet.item(id, caseId) }))
    ).toContain('convoquée')
  })

  it('opens to the members convened the sheet of their capacity, and nothing more', async () => {
    const caseId = await triaged()
    await world.db.owner.query(
      `update participation set until = now() where case_id = $1 and capacity = 'cell_member'`,
      [caseId]
    )
    const id = await meet.planned()
    await meet.act('cellule.69', id, 'convene')
    const { rows } = await world.db.owner.query<{ classes: string[] }>(
      `select classes from participation where case_id = $1 and capacity = 'cell_member' and until is null`,
      [caseId]
    )
    expect(rows.map(({ classes }) => classes)).toEqual(Array(3).fill(['D', 'F', 'K']))
  })
})

describe('a decision of the meeting', () => {
  it('is an act of the case, with the numbers that were counted and no name', async () => {
    const { caseId, id, itemId } = await session()
    await meet.voted(id, itemId, ['in_favour', 'in_favour', 'against'])
    await meet.decide(id, itemId)
    expect(await stands(caseId)).toBe('presumed')
    const { rows } = await world.db.owner.query(
      `select command, input, role, org_id from case_event where case_id = $1 order by seq desc limit 1`,
      [caseId]
    )
    expect(rows).toEqual([
      {
        command: 'meeting.positive',
        role: 'cell_secretary',
        org_id: world.as('cellule.69').orgId,
        input: {
          meetingId: id,
          members: 3,
          institutions: 3,
          inFavour: 2,
          against: 1,
          abstained: 0,
          unanimous: false
        }
      }
    ])
    const { rows: open } = await world.db.owner.query(
      `select 1 from participation where case_id = $1 and capacity = 'cell_member' and until is null`,
      [caseId]
    )
    expect(open).toEqual([])
  })

  it('finds elements insufficient where the voices say so', async () => {
    const { caseId, id, itemId } = await session()
    await meet.voted(id, itemId, ['against', 'against', 'against'])
    await meet.decide(id, itemId)
    expect(await stands(caseId)).toBe('insufficient_elements')
  })

  it('may be put off without quorum: the case only knows that it was looked at', async () => {
    const { caseId, id, itemId } = await session(['membre.69'])
    await meet.act('cellule.69', id, 'item.adjourn', { itemId })
    expect(await stands(caseId)).toBe('under_triage')
    expect(await why(meet.decide(id, itemId))).toContain('déjà reçu sa suite')
  })

  it('counts the voice that the secretary noted for a member without a device, and keeps whose hand it was', async () => {
    const { caseId, id, itemId } = await session()
    await meet.voted(id, itemId, ['in_favour', 'in_favour'])
    await meet.act('cellule.69', id, 'vote.record', {
      itemId,
      personId: world.as('membre.69.sante').personId,
      voice: 'abstained'
    })
    await meet.decide(id, itemId)
    expect(await stands(caseId)).toBe('presumed')
    const { rows } = await world.db.owner.query(
      'select recorded_by as by, count(*)::int as n from meeting_vote where item_id = $1 group by 1 order by 1',
      [itemId]
    )
    expect(rows).toEqual([
      { by: 'member', n: 2 },
      { by: 'secretary', n: 1 }
    ])
  })

  it('closed by eight hands at once is done once', async () => {
    const { caseId, id, itemId } = await session()
    await meet.voted(id, itemId, ['in_favour', 'in_favour', 'in_favour'])
    const before = (await tell.row(caseId)).version
    const answers = await Promise.all(Array.from({ length: 8 }, () => refusal(meet.decide(id, itemId))))
    expect(tally(answers)).toEqual({ done: 1, RuleRefused: 7 })
    expect((await tell.row(caseId)).version).toBe(before + 1)
  })

  it('and a voice given at the same time are never both counted and refused', async () => {
    const { id, itemId } = await session()
    await meet.voted(id, itemId, ['in_favour', 'in_favour'])
    const [voice] = await Promise.all([
      refusal(meet.vote('membre.69.sante', id, itemId, 'against')),
      refusal(meet.decide(id, itemId))
    ])
    expect(voice).toBeNull()
    await refusal(meet.decide(id, itemId))
    const { rows } = await world.db.owner.query('select tally from meeting_item where id = $1', [itemId])
    expect(rows[0]).toMatchObject({ tally: { inFavour: 2, against: 1, members: 3 } })
  })

  it('keeps a member who has voted in the room, before the item is settled and after', async () => {
    const { id, itemId } = await session()
    await meet.vote('membre.69', id, itemId, 'against')
    expect(await why(meet.attend(id, 'membre.69', 'absent'))).toContain('a voté')
    await meet.act('cellule.69', id, 'item.adjourn', { itemId })
    expect(await why(meet.attend(id, 'membre.69', 'absent'))).toContain('a voté')
  })
})

describe('a closed meeting', () => {
  it('is not rewritten by anyone: neither minutes, nor items, nor voices', async () => {
    const { id, itemId } = await session()
    await meet.voted(id, itemId, ['in_favour'])
    await meet.act('cellule.69', id, 'close')
    const change = (text: string) => refusal(world.db.owner.query(text, [id]))
    expect(await change(`update meeting set minutes = null where id = $1`)).not.toBeNull()
    expect(await change(`update meeting_item set state = 'decided' where meeting_id = $1`)).not.toBeNull()
    const asApp = (text: string) => refusal(world.db.app.query(text))
    expect(
      await asApp(`update meeting_vote set voice = 'against' where item_id = '${itemId}'`)
    ).not.toBeNull()
    expect(await asApp(`delete from meeting_vote`)).not.toBeNull()
    expect(await asApp(`delete from meeting`)).not.toBeNull()
  })
})
