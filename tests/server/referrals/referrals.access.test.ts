import { describe, expect, it } from 'vitest'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)

const partOf = async (login: string, caseId: string, capacity: string) => {
  const { rows } = await world.db.owner.query<{ scope: string | null; waits: string | null }>(
    `select scope, waits_for as waits from participation
     where case_id = $1 and org_id = $2 and capacity = $3 and until is null`,
    [caseId, world.as(login).orgId, capacity]
  )
  return rows[0] ?? null
}

// OFII may be asked for an asylum place and for a voluntary return: two referrals, and a part of its own for each.
const asylumWoman = () =>
  tell.consenting(['A', 'B', 'C', 'D', 'H'], { asylumLink: true, asylumClaim: true, localDanger: false })
const sendPlace = async (id: string) => {
  await tell.act('asso.rhone', id, 'dna.request', { title: 'attestation', agrees: true })
  return tell.referral(id, 'dna')
}
const sendReturn = async (id: string) => {
  await tell.act('asso.rhone', id, 'return.assess', { on: '2026-11-24', risks: ['debt'], wishes: true })
  await tell.act('asso.rhone', id, 'return.request', { towards: 'origin' })
  return tell.referral(id, 'voluntary_return')
}

type Story = (id: string) => Promise<unknown>
const accepted: Story = async (id) => tell.move('ofii', await sendReturn(id), 'accept')

/** How the referral for a place ends. */
const endings: Record<string, Story> = {
  declined: async (id) => tell.move('ofii', await sendPlace(id), 'decline', { reason: 'not_adapted' }),
  'withdrawn before an answer': async (id) => tell.move('asso.rhone', await sendPlace(id), 'withdraw'),
  'withdrawn after acceptance': async (id) => {
    const referral = await sendPlace(id)
    await tell.move('ofii', referral, 'accept')
    await tell.move('asso.rhone', referral, 'withdraw')
  },
  'ended by the recipient': async (id) => {
    const referral = await sendPlace(id)
    await tell.move('ofii', referral, 'accept')
    await tell.move('ofii', referral, 'end')
  },
  'ended with the consent it rested on': async (id) => {
    await tell.move('ofii', await sendPlace(id), 'accept')
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['D'], ...tell.how })
  }
}

/** Where another referral to the same recipient stands. */
const others: Record<string, { story: Story; keepsIn: boolean }> = {
  'no other': { story: async () => undefined, keepsIn: false },
  'another that waits': { story: sendReturn, keepsIn: false },
  'another that it accepted': { story: accepted, keepsIn: true },
  'another that it declined': {
    story: async (id) => tell.move('ofii', await sendReturn(id), 'decline', { reason: 'incomplete' }),
    keepsIn: false
  },
  'another, accepted, on another case': {
    story: async () => accepted(await asylumWoman()),
    keepsIn: false
  }
}

const table = Object.entries(endings).flatMap(([ending, end]) =>
  Object.entries(others).map(([other, { story, keepsIn }]) => ({ ending, other, end, story, keepsIn }))
)

describe('a recipient whose referral is over', () => {
  it.each(table)('$ending, with $other: reads on $keepsIn', async ({ end, story, keepsIn }) => {
    const id = await asylumWoman()
    await story(id)
    await end(id)
    expect(await partOf('ofii', id, 'ofii')).toBeNull()
    expect((await partOf('ofii', id, 'ofii_return'))?.scope ?? null).toBe(keepsIn ? 'H' : null)
  })

  it('reads on, for the other referral, whichever consent goes first', async () => {
    const id = await asylumWoman()
    await tell.move('ofii', await sendPlace(id), 'accept')
    await accepted(id)
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['H'], ...tell.how })
    expect(await partOf('ofii', id, 'ofii')).toMatchObject({ scope: 'D' })
    expect(await partOf('ofii', id, 'ofii_return')).toBeNull()
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['D'], ...tell.how })
    expect(await partOf('ofii', id, 'ofii')).toBeNull()
  })
})

/** A shelter may not know of care: it asks for it as well, whatever was answered to the association. */
const careTwice = async () => {
  const id = await tell.consenting(['A', 'B', 'G'])
  await world.db.owner.query(
    `insert into participation (case_id, org_id, capacity, since, basis, moved_at)
     values ($1, $2, 'shelter', now() - interval '1 day', 'test', now())`,
    [id, world.as('foyer.azur').orgId]
  )
  const asks = async (login: string) => {
    const input = { destination: 'general', recipientId: world.as('soin.69').orgId }
    await tell.act(login, id, 'health.refer', input)
    const { rows } = await world.db.owner.query<{ id: string }>(
      `select id from referral where case_id = $1 and kind = 'health' and sender_org_id = $2`,
      [id, world.as(login).orgId]
    )
    return rows[0]!.id
  }
  return { id, association: await asks('asso.rhone'), shelter: await asks('foyer.azur') }
}

describe('a recipient that two services ask for the same', () => {
  it('reads nothing once it has ended the one that it accepted, while the other waits', async () => {
    const { id, shelter } = await careTwice()
    await tell.move('soin.69', shelter, 'accept')
    expect(await partOf('soin.69', id, 'health'), 'positive control').toMatchObject({ scope: 'G' })
    await tell.move('soin.69', shelter, 'end')
    expect(await partOf('soin.69', id, 'health')).toBeNull()
  })

  it.each([
    ['declined', (of: string) => tell.move('soin.69', of, 'decline', { reason: 'overloaded' })],
    ['taken back', (of: string) => tell.move('foyer.azur', of, 'withdraw')]
  ] as const)(
    'reads on for the one that it accepted, and its consent, once the other is %s',
    async (_how, over) => {
      const { id, association, shelter } = await careTwice()
      await tell.move('soin.69', association, 'accept')
      await over(shelter)
      expect(await partOf('soin.69', id, 'health')).toMatchObject({ scope: 'G' })
      await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['G'], ...tell.how })
      expect(await partOf('soin.69', id, 'health')).toBeNull()
    }
  )
})

/** Told by the association that accompanies, and by OFII, which flagged and may not know of it, for acts in this place. */
const toldTwice = async (place: string) => {
  const id = await tell.flagged('ofii', { nominativeConsent: false, identity: undefined })
  await tell.act('cellule.69', id, 'referent.name', { orgId: world.as('asso.rhone').orgId })
  const report = (login: string, command: 'prosecutor.report' | 'art40.report', factsTerritory: string) =>
    tell.act(login, id, command, { ...inputFor(command), factsTerritory, court: undefined })
  await report('asso.rhone', 'prosecutor.report', '69')
  const first = await tell.referral(id, 'prosecutor')
  await report('ofii', 'art40.report', place)
  return { id, first }
}

describe('a prosecutor who was told, and refuses', () => {
  const refuses = (login: string, referral: string) =>
    tell.move(login, referral, 'decline', { reason: 'other_territory' })

  it('reads nothing more, though another one is told of the same case', async () => {
    const { id, first } = await toldTwice('75')
    expect(await partOf('parquet.paris', id, 'prosecutor')).not.toBeNull()
    await refuses('parquet.lyon', first)
    expect(await partOf('parquet.lyon', id, 'prosecutor')).toBeNull()
    expect(await partOf('parquet.paris', id, 'prosecutor')).not.toBeNull()
  })

  it('reads on while another service that told them waits for an answer, and no longer', async () => {
    const { id, first } = await toldTwice('69')
    await refuses('parquet.lyon', first)
    expect(await partOf('parquet.lyon', id, 'prosecutor')).not.toBeNull()
    await refuses('parquet.lyon', await tell.referral(id, 'prosecutor'))
    expect(await partOf('parquet.lyon', id, 'prosecutor')).toBeNull()
  })
})

describe('who comes in', () => {
  it('finds on its list what is waited for, in the same instant', async () => {
    const id = await tell.matched(world.places['foyer.azur']![0]!)
    expect((await partOf('foyer.azur', id, 'shelter'))!.waits).toMatch(/^acse\./)
  })
})

describe('the cell to which a case moved', () => {
  const transfer = async (id: string, from: string, to: string) => {
    await tell.act(from, id, 'territory.transfer', { to, reason: 'moved' })
    await tell.move(`cellule.${to}`, await tell.referral(id, 'cell'), 'accept')
    await tell.act(`cellule.${to}`, id, 'territory.take_up')
  }

  it('holds it by its competence: no withdrawal of a consent leaves a case without a cell', async () => {
    const id = await tell.consenting()
    await transfer(id, 'cellule.69', '75')
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['B'], ...tell.how })
    expect(await partOf('cellule.75', id, 'cell')).toMatchObject({ scope: null })
  })

  it('may pass it back, and receive it once more', async () => {
    const id = await tell.consenting()
    await transfer(id, 'cellule.69', '75')
    await transfer(id, 'cellule.75', '69')
    expect(await partOf('cellule.69', id, 'cell')).not.toBeNull()
    expect(await partOf('cellule.75', id, 'cell')).toBeNull()
    await transfer(id, 'cellule.69', '75')
    expect(await partOf('cellule.69', id, 'cell')).toBeNull()
    expect(await tell.row(id)).toMatchObject({ territory: '75' })
  })

  it('is asked again after a withdrawal of the consent that the demand rested on', async () => {
    const id = await tell.consenting()
    await tell.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    await tell.act('asso.rhone', id, 'consent.withdraw', { scopes: ['B'], ...tell.how })
    expect((await tell.row(id)).facts).toMatchObject({ transfer: null })
    await tell.act('asso.rhone', id, 'consent.record', { scopes: ['B'], ...tell.how })
    await transfer(id, 'cellule.69', '75')
    expect(await tell.row(id)).toMatchObject({ territory: '75' })
  })
})
