import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { inputFor } from '../../support/inputs.ts'
import { openSite } from '../../support/running/site.ts'
import { openAsking } from './asking.ts'

// An act stays for one reason among many: each is asked for in its words, since another would refuse in its place.

const site = await forFile(openSite())
const { act, ask, later, rows, refOf, undo, undoAt } = openAsking(site)

const today = '2026-11-24'
const noted = async () => {
  const id = await site.tell.consenting()
  await act('asso.rhone', id, 'prefecture.request', { signalledBy: 'PJ' })
  await act('asso.rhone', id, 'contact.note', { on: today, means: 'phone' })
  return id
}
const added = async () => {
  const id = await site.tell.consenting()
  await act('cellule.69', id, 'indicators.add')
  return id
}

/** As if the last act of this name had been decided in a meeting of the cell. */
const decidedIn = async (id: string, command: string) => {
  const meeting = randomUUID()
  await rows(
    `insert into meeting (id, territory, org_id, state, version, starts_at, rules) values ($1, '69', $2, 'closed', 1, now(), '{}')`,
    [meeting, site.as('cellule.69').orgId]
  )
  await rows(
    `insert into meeting_item (id, meeting_id, case_id, case_code, position, state, case_seq)
     select gen_random_uuid(), $1, $2, 'TEH', 1, 'decided', max(seq) from case_event where case_id = $2 and command = $3`,
    [meeting, id, command]
  )
}

/** A referral of the case moved so long after the last contact was noted. */
const steps = (id: string, { hours, login }: { hours: number; login: string }) =>
  rows(
    `insert into referral_event (referral_id, seq, command, person_id, org_id, role, at, input)
     select r.id, 90 + $2, 'withdraw', e.person_id, $3, 'asso', e.at + make_interval(hours => $2), '{}'
     from referral r join case_event e using (case_id) where e.case_id = $1 and e.command = 'contact.note'`,
    [id, hours, site.as(login).orgId]
  )

/** She applies for a permit while the prefecture has not answered what it was asked before. */
const applied = async () => {
  const id = await noted()
  await act('asso.rhone', id, 'complaint.file', inputFor('complaint.file'))
  const application = { on: today, proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }
  await act('asso.rhone', id, 'permit.apply', application)
  return id
}

type Reason = { words: string; command: string; at: () => Promise<string> }
const reasons: Record<string, Reason> = {
  'where its request joined another that still waits': {
    words: 'Sa demande s’est ajoutée à une autre, déjà envoyée',
    command: 'permit.apply',
    at: applied
  },
  'where a referral moved by it': {
    words: 'Une orientation a avancé par cet acte',
    command: 'contact.note',
    at: async () => {
      const id = await noted()
      await steps(id, { hours: 0, login: 'asso.rhone' })
      return id
    }
  },
  'where the log does not tell where the case stands': {
    words: 'Le journal ne suffit pas à redire où en serait le dossier',
    command: 'contact.note',
    at: async () => {
      const id = await noted()
      await rows(`update "case" set housing = 'no_need' where id = $1`, [id])
      return id
    }
  }
}

describe('an act that its house would take back stays', () => {
  it.each(Object.entries(reasons))('%s, and says so', async (_where, { words, command, at }) => {
    const id = await at()
    const ref = await refOf(id, command)
    const refused = await undo('asso.rhone', id, ref)
    expect([refused.statusCode, refused.json().detail]).toEqual([409, expect.stringContaining(words)])
    expect((await site.get('asso.rhone', undoAt(id, ref))).json().kept).toContain(words)
  })

  it('for none of these where none holds: another house moved then, and theirs an hour later', async () => {
    const id = await noted()
    await steps(id, { hours: 0, login: 'prefecture.69' })
    await steps(id, { hours: 1, login: 'asso.rhone' })
    expect((await undo('asso.rhone', id, await refOf(id, 'contact.note'))).statusCode).toBe(200)
  })

  it('for a request that waits no more, no longer', async () => {
    const id = await applied()
    const ref = await refOf(id, 'permit.apply')
    const kept = async () => String((await site.get('asso.rhone', undoAt(id, ref))).json().kept)
    expect(await kept()).toContain('Sa demande s’est ajoutée')
    await rows(`update referral set state = 'declined' where case_id = $1`, [id])
    expect(await kept()).not.toContain('Sa demande s’est ajoutée')
  })

  it('where its file was left, archived or merged: there it is no act of theirs any more', async () => {
    for (const left of [`facts = facts || '{"archived": true}'`, `identification = 'duplicate_merged'`]) {
      const id = await noted()
      const ref = await refOf(id, 'contact.note')
      const version = await site.version('asso.rhone', id)
      await rows(`update "case" set ${left} where id = $1`, [id])
      expect((await undo('asso.rhone', id, ref, { version })).statusCode, left).toBe(404)
      expect((await site.get('asso.rhone', undoAt(id, ref))).statusCode, left).toBe(404)
    }
  })
})

describe('what stands beside an act that is taken back', () => {
  it('stays: a request of its kind to another, and what an earlier refusal left to do', async () => {
    const id = await site.tell.consenting()
    await act('asso.rhone', id, 'prefecture.request', { signalledBy: 'PJ' })
    const another = (login: string, state: string, followUp: string | null) =>
      rows<{ id: string }>(
        `insert into referral (id, case_id, kind, state, follow_up, awaits_org_id, sender_org_id, recipient_org_id, version, preview,
           sent_at, moved_at, told_at, answer_by)
         select gen_random_uuid(), case_id, kind, $3, $4, sender_org_id, sender_org_id, $2, 1, preview,
           sent_at - interval '1 day', moved_at, told_at, answer_by
         from referral where case_id = $1 and state = 'sent' and recipient_org_id = $5 returning id`,
        [id, site.as(login).orgId, state, followUp, site.as('prefecture.69').orgId]
      )
    const [waits] = await another('prefecture.75', 'sent', null)
    const [left] = await another('prefecture.69', 'declined', 'reoffer')
    expect((await undo('asso.rhone', id, await refOf(id, 'prefecture.request'))).statusCode).toBe(200)
    const stands = await rows<{ id: string; state: string; followUp: string | null }>(
      `select id, state, follow_up as "followUp" from referral where case_id = $1`,
      [id]
    )
    expect(stands.map(({ state }) => state).sort()).toEqual(['declined', 'sent', 'withdrawn'])
    expect(stands).toContainEqual({ id: waits!.id, state: 'sent', followUp: null })
    expect(stands).toContainEqual({ id: left!.id, state: 'declined', followUp: 'reoffer' })
  })

  it('is counted anew: how many acts of a kind its journal holds', async () => {
    const id = await noted()
    const story = async () =>
      (await rows<{ story: object | null }>('select story from "case" where id = $1', [id]))[0]!.story
    await rows(`update "case" set story = '{"upTo": 1, "heardBy": "", "acts": []}' where id = $1`, [id])
    expect(await story()).not.toBeNull()
    expect((await undo('asso.rhone', id, await refOf(id, 'contact.note'))).statusCode).toBe(200)
    expect(await story()).toBeNull()
  })

  it('goes on by its own day where it was counting, and is not said of what had stopped', async () => {
    const id = await noted()
    await act('asso.rhone', id, 'contact.note', { on: today, means: 'phone' })
    const ref = await refOf(id, 'contact.note')
    const again = async () => (await site.get('asso.rhone', undoAt(id, ref))).json().again
    const before = await again()
    expect(before).toHaveLength(1)
    await rows(
      `insert into deadline_trace select (jsonb_populate_record(t, jsonb_build_object('deadline_id', d.id,
         'was', to_jsonb(d) || '{"state": "stopped"}'))).*
       from deadline_trace t join deadline d on d.case_id = t.case_id and d.id <> t.deadline_id
       where t.case_id = $1 and t.was is not null
         and t.seq = (select max(seq) from case_event where case_id = $1 and command = 'contact.note') limit 1`,
      [id]
    )
    expect(await again()).toEqual(before)
  })

  it('rests on it no more once it is taken back itself', async () => {
    const id = await noted()
    const first = await refOf(id, 'contact.note')
    await act('asso.rhone', id, 'contact.note', { on: today, means: 'phone' })
    const early = await undo('asso.rhone', id, first)
    expect([early.statusCode, early.json().detail]).toEqual([409, expect.stringContaining('reposent')])
    expect((await undo('asso.rhone', id, await refOf(id, 'contact.note'))).statusCode).toBe(200)
    later()
    expect((await undo('asso.rhone', id, first)).statusCode).toBe(200)
  })
})

it('what a meeting decided is not asked of whoever accompanies, and the same act elsewhere is', async () => {
  const [decided, elsewhere] = [await added(), await added()]
  await decidedIn(decided, 'indicators.add')
  const refused = await ask('cellule.69', decided, 'indicators.add')
  expect([refused.statusCode, refused.json().detail]).toEqual([
    409,
    'La cellule l’a décidé en réunion : une autre réunion en décide.'
  ])
  expect((await ask('cellule.69', elsewhere, 'indicators.add')).statusCode).toBe(200)
  // Nor does it hold what the cell added to the same file after the meeting.
  await act('cellule.69', decided, 'indicators.add')
  expect((await ask('cellule.69', decided, 'indicators.add')).statusCode).toBe(200)
})
