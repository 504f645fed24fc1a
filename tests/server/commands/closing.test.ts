import { describe, expect, it } from 'vitest'
import { verifyChains } from '../../../server/audit/chain.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { untold } from '../../../server/cases/story.ts'
import { inContext } from '../../../server/db/context.ts'
import { fireDue } from '../../../server/firing/fire.ts'
import { lawCodes } from '../../../workflows/deadlines/patience.ts'
import { acting } from '../../support/acting.ts'
import { partsHeld } from '../../support/participations.ts'
import { openWorld, noon } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const story = acting(world)

const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const participates = (caseId: string, login: string) => partsHeld(world, caseId, login)

describe('a file that nobody needs any more', () => {
  it('is proposed for closure without news, archived, and erased: the log stays, what identified her is gone', async () => {
    const id = await story.consenting(['B', 'C', 'E', 'F', 'G'])
    const mailed = { destination: 'general', address: 'canari@cabinet.test' }
    await story.act('asso.rhone', id, 'health.refer', mailed)
    await story.move('asso.rhone', await story.referral(id, 'health'), 'withdraw')
    const masked = async () => {
      const text =
        'select l.masked from referral_link l join referral r on r.id = l.referral_id where r.case_id = $1'
      return (await world.db.owner.query(text, [id])).rows
    }
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
    expect(await masked()).toEqual([{ masked: 'c•••@cabinet.test' }])
    // As a journal would have been counted that is long.
    await world.db.owner.query('update "case" set story = $2 where id = $1', [id, untold])
    // As a request would have been kept that is long.
    await world.db.owner.query(
      `update referral set preview = preview || '{"needs": "CANARI-BESOIN"}' where case_id = $1`,
      [id]
    )
    world.at(later(91 + 13 * 366))
    await fireDue(world.gate)
    expect((await world.db.owner.query(sealed, [id])).rows[0].n).toBe(0)
    expect(await masked()).toEqual([{ masked: null }])
    expect(await story.row(id), 'what is left of its words is counted anew').toMatchObject({ story: null })
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
    // Three years to ask the CIVI (CPP 706-5); limitation, which closes nothing, keeps no file.
    world.at(later(91 + 2 * 366))
    await fireDue(world.gate)
    expect((await story.row(id)).facts).toMatchObject({ archived: false })
    expect(await participates(id, 'asso.rhone')).toEqual(['referent'])
    world.at(later(4 * 366))
    await fireDue(world.gate)
    expect((await story.row(id)).facts).toMatchObject({ archived: true })
    world.at(noon)
  })
})

describe('while a clock of the law stands still in a closed case', () => {
  it('nobody loses the case, however long that lasts; it is archived once the law has done counting', async () => {
    const id = await story.consenting()
    await story.act('asso.rhone', id, 'facts.complete', { lastFactsOn: '2026-10-01' })
    await story.closed(id)
    const stand = (state: string) =>
      world.db.owner.query(
        `update deadline set state = $2, next_at = null, suspended_at = case $2 when 'suspended' then now() end where case_id = $1 and code = any($3::text[]) and state <> 'stopped' returning code`,
        [id, state, lawCodes]
      )
    expect((await stand('suspended')).rowCount).toBeGreaterThan(0)
    world.at(later(9 * 366))
    await fireDue(world.gate)
    expect((await story.row(id)).facts).toMatchObject({ archived: false })
    expect(await participates(id, 'asso.rhone')).toEqual(['referent'])
    await stand('running')
    world.at(later(12 * 366))
    await fireDue(world.gate)
    expect((await story.row(id)).facts).toMatchObject({ archived: true })
    world.at(noon)
  })
})

describe('a case that is reopened from the archive', () => {
  const said = async (id: string, command: string) => {
    const actor = world.as('cellule.69')
    const now = world.gate.now!()
    const { actions } = await inContext(world.db.app, actor, (tx) =>
      viewCase(tx, id, { actor, locale: 'fr', now })
    )
    return actions.find((one) => one.command === command)!
  }
  it('is accompanied by nobody: the buttons of the cell say so, and the gate holds it', async () => {
    const id = await story.consenting()
    expect(await said(id, 'referent.name')).toMatchObject({ enabled: false })
    await story.closed(id)
    world.at(later(3 * 366))
    await fireDue(world.gate)
    await story.act('cellule.69', id, 'case.reopen', { reason: 'Elle est revenue.' })
    expect(await participates(id, 'asso.rhone')).toEqual([])
    for (const command of ['referent.name', 'consent.record'])
      expect(await said(id, command), command).toMatchObject({ enabled: true })
    await story.act('cellule.69', id, 'referent.name', { orgId: world.as('asso.rhone').orgId })
    expect(await participates(id, 'asso.rhone')).toEqual(['referent'])
    expect(await said(id, 'referent.name')).toMatchObject({ enabled: false })
    expect((await said(id, 'consent.record')).reason).toContain('c’est avec elle')
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

describe('closing takes two', () => {
  it('is refused unasked, to who asked, and to who only accompanies; the cell validates, or says what remains', async () => {
    const id = await story.flagged('police.69')
    const close = { reason: 'inserted', notificationsPlanned: true }
    await expect(story.act('cellule.69', id, 'case.close', close)).rejects.toThrow('otherCloses')
    await story.act('cellule.69', id, 'closing.ask', { because: 'inserted' })
    await expect(story.act('cellule.69', id, 'case.close', close)).rejects.toThrow('otherCloses')
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

  it('closes what was flagged in error, and nobody who was informed since; the log stays', async () => {
    const because = { because: 'in_error' }
    const close = { reason: 'in_error', notificationsPlanned: false }
    const informed = await story.presumed()
    await expect(story.act('asso.rhone', informed, 'closing.ask', because)).rejects.toMatchObject({
      fields: [{ field: 'because', code: 'no_error' }]
    })
    const id = await story.flagged('asso.rhone')
    await story.act('asso.rhone', id, 'closing.ask', because)
    await expect(story.act('asso.rhone', id, 'case.close', close)).rejects.toThrow()
    await story.act('cellule.69', id, 'case.close', close)
    expect(await story.row(id)).toMatchObject({ closure: 'closed_in_error', identification: 'flagged' })
    const { rows } = await world.db.owner.query<{ command: string }>(
      'select command from case_event where case_id = $1 order by seq',
      [id]
    )
    expect(rows.map(({ command }) => command)).toEqual(['case.flag', 'closing.ask', 'case.close'])
    await story.act('cellule.69', id, 'case.reopen', { reason: 'C’était bien cette personne.' })
    expect(await story.row(id)).toMatchObject({ closure: 'reopened', identification: 'flagged' })
  })
})
