import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChains } from '../../server/audit/chain.ts'
import { showCode } from '../../server/cases/code.ts'
import { viewCase } from '../../server/cases/view.ts'
import { inContext } from '../../server/db/context.ts'
import { fireDue } from '../../server/deadlines/fire.ts'
import { acting } from '../support/acting.ts'
import { openWorld, noon, type TestWorld } from '../support/world.ts'

let world: TestWorld
let story: ReturnType<typeof acting>

beforeAll(async () => {
  world = await openWorld()
  story = acting(world)
})
afterAll(() => world.close())

const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const participates = async (caseId: string, login: string) => {
  const { rows } = await world.db.owner.query(
    'select capacity from participation where case_id = $1 and org_id = $2 and until is null',
    [caseId, world.as(login).orgId]
  )
  return rows.map(({ capacity }) => capacity as string)
}

describe('a merge through the gate', () => {
  it('is refused into a case that the cell does not read, and into itself', async () => {
    const id = await story.presumed()
    const { code } = (await story.row(id)) as unknown as { code: string }
    for (const into of ['AAAA-AAAA', code])
      await expect(
        story.act('cellule.69', id, 'merge.propose', { into, proofs: ['identity'] })
      ).rejects.toMatchObject({ fields: [{ field: 'into', code: 'unknown_case' }] })
  })

  it('is refused while a referral is live, or while the law counts what the case that stays does not', async () => {
    const [stays, duplicate] = [await story.presumed(), await story.consenting()]
    const { code } = (await story.row(stays)) as unknown as { code: string }
    const propose = () =>
      story.act('cellule.69', duplicate, 'merge.propose', { into: code, proofs: ['identity'] })
    await story.act('asso.rhone', duplicate, 'prefecture.request', { signalledBy: 'PJ' })
    await expect(propose()).rejects.toMatchObject({ name: 'RuleRefused' })
    await story.move('asso.rhone', await story.referral(duplicate, 'prefecture'), 'withdraw')
    await story.act('asso.rhone', duplicate, 'facts.complete', { lastFactsOn: '2026-10-01' })
    await expect(propose()).rejects.toMatchObject({ name: 'RuleRefused' })
    await story.act('asso.rhone', stays, 'facts.complete', { lastFactsOn: '2026-10-01' })
    await propose()
    await story.act('cellule.69.bis', duplicate, 'merge.confirm')
    expect((await story.row(duplicate))['identification']).toBe('duplicate_merged')
  })

  it('takes two people, stops the file, and is undone within its time', async () => {
    const [stays, duplicate] = [await story.presumed(), await story.presumed()]
    const { code } = (await story.row(stays)) as unknown as { code: string }
    await story.act('cellule.69', duplicate, 'merge.propose', { into: code, proofs: ['identity'] })
    await expect(story.act('cellule.69', duplicate, 'merge.confirm')).rejects.toThrow()
    await expect(story.act('asso.rhone', duplicate, 'merge.confirm')).rejects.toThrow()
    await story.act('cellule.69.bis', duplicate, 'merge.confirm')
    await expect(
      story.act('asso.rhone', duplicate, 'contact.note', { on: '2026-11-24', means: 'phone' })
    ).rejects.toThrow()
    await story.act('cellule.69', duplicate, 'merge.undo')
    expect((await story.row(duplicate))['identification']).toBe('presumed')
  })
})

describe('a move to another cell', () => {
  it('leaves the first cell without a view once the other has accepted', async () => {
    const id = await story.consenting()
    await story.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    expect(await participates(id, 'cellule.75')).toEqual([])
    await expect(story.act('cellule.75', id, 'territory.take_up')).rejects.toThrow()
    await story.move('cellule.75', await story.referral(id, 'cell'), 'accept')
    expect(await participates(id, 'cellule.75')).toEqual(['cell'])
    expect(await participates(id, 'cellule.69')).toEqual([])
    await story.act('cellule.75', id, 'territory.take_up')
    expect(await story.row(id)).toMatchObject({ territory: '75', identification: 'presumed' })
  })

  it('asks the prefecture of the new département for what that of the old one had accepted, and no other', async () => {
    const [asked, never] = [await story.reflecting(), await story.consenting()]
    for (const id of [asked, never]) {
      await story.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
      await story.move('cellule.75', await story.referral(id, 'cell'), 'accept')
    }
    const { rows } = await world.db.owner.query(
      `select r.case_id as id, r.state, o.territory from referral r join organisation o on o.id = r.recipient_org_id
        where r.kind = 'prefecture' and r.case_id = any($1) order by o.territory`,
      [[asked, never]]
    )
    expect(rows).toEqual([
      { id: asked, state: 'accepted', territory: '69' },
      { id: asked, state: 'sent', territory: '75' }
    ])
    await story.move('prefecture.75', await story.referral(asked, 'prefecture'), 'accept')
    expect(await participates(asked, 'prefecture.75')).toEqual(['prefecture'])
  })

  it('stays where it is when the other cell declines', async () => {
    const id = await story.consenting()
    await story.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    await story.move('cellule.75', await story.referral(id, 'cell'), 'decline', { reason: 'not_concerned' })
    expect(await story.row(id)).toMatchObject({ territory: '69', facts: { transfer: null } })
    expect(await participates(id, 'cellule.75')).toEqual([])
  })
})

describe('care', () => {
  it('opens to health its own referral and nothing before acceptance, and closes with it', async () => {
    const id = await story.consenting(['A', 'G'])
    await story.act('asso.rhone', id, 'health.refer', { destination: 'general' })
    expect(await participates(id, 'soin.69')).toEqual([])
    const referral = await story.referral(id, 'health')
    await story.move('soin.69', referral, 'accept')
    expect(await participates(id, 'soin.69')).toEqual(['health'])
    await story.move('soin.69', referral, 'end')
    expect(await participates(id, 'soin.69')).toEqual([])
  })
})

describe('a file that nobody needs any more', () => {
  it('is proposed for closure without news, archived, and erased: the log stays, what identified her is gone', async () => {
    const id = await story.consenting()
    await story.act('asso.rhone', id, 'acse.request', { adhesion: true, needs: 'CANARI-BESOIN' })
    await story.act('asso.rhone', id, 'formal.request', { unit: 'CANARI-SERVICE' })
    const asked = await story.referral(id, 'acse')
    await story.move('acse', asked, 'ask', { question: 'CANARI-QUESTION' })
    await story.move('asso.rhone', asked, 'withdraw')
    world.at(later(91))
    await fireDue(world.gate)
    expect((await story.row(id)).facts).toMatchObject({ contactLost: true })
    await story.act('cellule.69', id, 'case.close_lost')
    world.at(later(91 + 2 * 366))
    await fireDue(world.gate)
    expect((await story.row(id)).facts).toMatchObject({ archived: true })
    expect(await participates(id, 'asso.rhone')).toEqual([])
    const sealed = 'select count(*)::int as n from compartment where case_id = $1'
    expect((await world.db.owner.query(sealed, [id])).rows[0].n).toBeGreaterThan(0)
    world.at(later(91 + 13 * 366))
    await fireDue(world.gate)
    expect((await world.db.owner.query(sealed, [id])).rows[0].n).toBe(0)
    const words = await world.db.owner.query(
      `select string_agg(e.input::text || r.preview::text, '') as told from referral r join referral_event e on e.referral_id = r.id
        where r.case_id = $1`,
      [id]
    )
    expect(words.rows[0].told).not.toContain('CANARI')
    const log = await world.db.owner.query('select count(*)::int as n from case_event where case_id = $1', [
      id
    ])
    expect(log.rows[0].n).toBeGreaterThan(5)
    const told = await world.db.owner.query(
      `select string_agg(input::text, '') as told from case_event where case_id = $1`,
      [id]
    )
    expect(told.rows[0].told).not.toContain('CANARI')
    expect((await verifyChains(world.db.owner)).faults).toEqual([])
    world.at(noon)
  })
})

describe('while a clock of the law runs in a closed case', () => {
  it('nobody loses the case; it is archived once the law has done counting', async () => {
    const id = await story.consenting()
    await story.act('asso.rhone', id, 'facts.complete', { lastFactsOn: '2026-10-01' })
    await story.closed(id)
    world.at(later(3 * 366))
    await fireDue(world.gate)
    expect((await story.row(id)).facts).toMatchObject({ archived: false })
    expect(await participates(id, 'asso.rhone')).toEqual(['referent'])
    world.at(later(6 * 366))
    await fireDue(world.gate)
    expect((await story.row(id)).facts).toMatchObject({ archived: true })
    world.at(noon)
  })
})

describe('elements that stay insufficient', () => {
  it('lose her name after a year, and nothing else', async () => {
    const id = await story.flagged('asso.rhone', { identity: { name: 'CANARI-NOM' } })
    await story.act('cellule.69', id, 'triage.start')
    await story.act('membre.69', id, 'grounds.propose', { opinion: 'insufficient', reason: 'act' })
    await story.act('cellule.69', id, 'triage.reject')
    const classes = async () => {
      const { rows } = await world.db.owner.query(
        'select data_class as one from compartment where case_id = $1 order by 1',
        [id]
      )
      return rows.map(({ one }) => one as string)
    }
    const before = await classes()
    expect(before).toContain('B')
    world.at(later(367))
    await fireDue(world.gate)
    expect(await classes()).toEqual(before.filter((one) => one !== 'B'))
    world.at(noon)
  })
})

describe('a service that declines formal identification', () => {
  it('leaves her presumed, and the request open again', async () => {
    const id = await story.consenting()
    await story.act('asso.rhone', id, 'formal.request', { unit: 'OCRTEH' })
    await story.move('police.69', await story.referral(id, 'police'), 'decline', { reason: 'overloaded' })
    expect((await story.row(id))['identification']).toBe('presumed')
    await story.act('asso.rhone', id, 'formal.request', { unit: 'CROSS' })
    expect((await story.row(id))['identification']).toBe('formal_pending')
  })
})

describe('what a move leaves behind', () => {
  it('hands to the new cell what the old one had sent, and cannot be passed on', async () => {
    const id = await story.consenting(undefined, { forms: ['labour'] })
    await story.act('cellule.69', id, 'labour.refer', { findings: ['unpaid'] })
    const labour = await story.referral(id, 'labour_inspection')
    await story.move('travail.69', labour, 'accept')
    await story.act('cellule.69', id, 'territory.transfer', { to: '75', reason: 'moved' })
    const asked = await story.referral(id, 'cell')
    await expect(
      story.move('cellule.75', asked, 'transfer', { orgId: world.as('cellule.976').orgId })
    ).rejects.toThrow()
    await story.move('cellule.75', asked, 'accept')
    await expect(story.move('cellule.69', labour, 'withdraw')).rejects.toThrow()
    await story.move('cellule.75', labour, 'withdraw')
    expect(await participates(id, 'travail.69')).toEqual([])
  })

  it('two files are never merged into one another', async () => {
    const [one, other] = [await story.presumed(), await story.presumed()]
    const codeOf = async (id: string) => String((await story.row(id))['code'])
    await story.act('cellule.69', one, 'merge.propose', {
      into: showCode(await codeOf(other)),
      proofs: ['identity']
    })
    await expect(
      story.act('cellule.69', other, 'merge.propose', { into: await codeOf(one), proofs: ['identity'] })
    ).rejects.toThrow()
    await story.act('cellule.69.bis', one, 'merge.confirm')
    expect(await story.row(one)).toMatchObject({ identification: 'duplicate_merged' })
  })
})

it('a live file is not merged into a closed one: that one is reopened first', async () => {
  const [gone, living] = [await story.presumed(), await story.presumed()]
  await story.closed(gone)
  const into = String((await story.row(gone))['code'])
  const propose = () => story.act('cellule.69', living, 'merge.propose', { into, proofs: ['person'] })
  await expect(propose()).rejects.toMatchObject({
    reason: { fr: expect.stringMatching(/rouvrez-le d’abord/) }
  })
  await story.act('asso.rhone', gone, 'case.reopen', { reason: 'Elle est revenue.' })
  await propose()
  await story.closed(gone)
  await expect(story.act('cellule.69.bis', living, 'merge.confirm')).rejects.toMatchObject({
    reason: { fr: expect.stringMatching(/est clos/) }
  })
  expect(await story.row(living)).toMatchObject({ identification: 'presumed' })
})

describe('closing takes two', () => {
  it('is refused unasked, to who asked, and to who only accompanies; the cell validates, or says what remains', async () => {
    const id = await story.flagged('police.69')
    const close = { reason: 'inserted', notificationsPlanned: true }
    await expect(story.act('cellule.69', id, 'case.close', close)).rejects.toThrow('two people close')
    await story.act('cellule.69', id, 'closing.ask', { because: 'inserted' })
    await expect(story.act('cellule.69', id, 'case.close', close)).rejects.toThrow('two people close')
    await story.act('cellule.69.bis', id, 'closing.decline', {
      left: ['housing'],
      why: 'Elle attend un lit.'
    })
    expect((await story.row(id)).facts).toMatchObject({ closing: null })
    await story.act('cellule.69', id, 'closing.ask', { because: 'inserted' })
    await story.act('cellule.69.bis', id, 'case.close', close)
    expect(await story.row(id)).toMatchObject({ closure: 'closed_inserted' })
  })

  it('is asked by whoever accompanies the person, and by the cell only where nobody does', async () => {
    const id = await story.presumed()
    await expect(story.act('cellule.69', id, 'closing.ask', { because: 'inserted' })).rejects.toMatchObject({
      reason: { fr: expect.stringMatching(/^Une association accompagne la personne/) }
    })
    const actor = world.as('cellule.69')
    const { actions } = await inContext(world.db.app, actor, (tx) =>
      viewCase(tx, id, { actor, locale: 'fr', now: noon })
    )
    expect(actions.find(({ command }) => command === 'closing.ask')).toMatchObject({ enabled: false })
    await expect(
      story.act('asso.rhone', id, 'case.close', { reason: 'inserted', notificationsPlanned: true })
    ).rejects.toThrow()
    await story.closed(id)
    expect(await story.row(id)).toMatchObject({ closure: 'closed_inserted' })
  })

  it('tells why to who may read her account, and to who concludes; to who asked, what remains', async () => {
    const id = await story.flagged('asso.rhone')
    await story.act('cellule.69', id, 'triage.start')
    await story.act('asso.rhone', id, 'closing.ask', { because: 'returned' })
    const said = async (login: string, command: string) => {
      const actor = world.as(login)
      const { timeline } = await inContext(world.db.app, actor, (tx) =>
        viewCase(tx, id, { actor, locale: 'fr', now: noon })
      )
      return timeline.find((event) => event.command === command)!.fields.map(({ value }) => value)
    }
    // A member of the cell reads that a closing was asked, and nothing of why: no reason at all, whichever it is.
    expect(await said('membre.69', 'closing.ask')).toEqual([])
    for (const login of ['asso.rhone', 'cellule.69'])
      expect(await said(login, 'closing.ask')).toEqual(['retour volontaire'])
    await story.act('cellule.69', id, 'closing.decline', { left: ['notices', 'contact'] })
    expect(await said('asso.rhone', 'closing.decline')).toEqual([
      expect.stringMatching(/^suites judiciaires .*, contact à reprendre/)
    ])
  })

  it('validates the reason that was asked, and no other', async () => {
    const id = await story.presumed()
    await story.act('asso.rhone', id, 'closing.ask', { because: 'by_person' })
    for (const reason of ['deceased', 'inserted'])
      await expect(
        story.act('cellule.69', id, 'case.close', { reason, notificationsPlanned: true })
      ).rejects.toMatchObject({ fields: [{ field: 'reason', code: 'other_reason' }] })
    await story.act('cellule.69', id, 'case.close', { reason: 'by_person', notificationsPlanned: true })
    expect(await story.row(id)).toMatchObject({ closure: 'closed_by_person' })
  })
})
