import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { inputFor } from '../../support/inputs.ts'
import { openSite } from '../../support/running/site.ts'
import { openAsking } from './asking.ts'

// An act stays for one reason among many: each is asked for in its words, since another would refuse in its place.

const site = await forFile(openSite())
const { act, ask, rows, refOf, undo, undoAt } = openAsking(site)

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

type Reason = { words: string; command: string; at: () => Promise<string> }
const reasons: Record<string, Reason> = {
  'where its request joined another that still waits': {
    words: 'Sa demande s’est ajoutée à une autre, déjà envoyée',
    command: 'permit.apply',
    at: async () => {
      const id = await noted()
      await act('asso.rhone', id, 'complaint.file', inputFor('complaint.file'))
      const application = { on: today, proof: 'complaint_receipt', tiesBroken: true, domiciliation: true }
      await act('asso.rhone', id, 'permit.apply', application)
      return id
    }
  },
  'where a referral moved by it': {
    words: 'Une orientation a avancé par cet acte',
    command: 'contact.note',
    at: async () => {
      const id = await noted()
      await rows(
        `insert into referral_event (referral_id, seq, command, person_id, org_id, role, at, input)
         select r.id, 99, 'withdraw', e.person_id, e.org_id, 'asso', e.at, '{}' from referral r join case_event e using (case_id)
         where e.case_id = $1 and e.command = 'contact.note'`,
        [id]
      )
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

  it('for none of these where none holds', async () => {
    const id = await noted()
    expect((await undo('asso.rhone', id, await refOf(id, 'contact.note'))).statusCode).toBe(200)
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
})
