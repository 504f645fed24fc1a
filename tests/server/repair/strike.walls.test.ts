import { expect, it } from 'vitest'
import { forFile } from '../../support/for-file.ts'
import { saidAs as saying, type Said } from './said-as.ts'
import { openSite } from '../../support/running/site.ts'
import { openRepair } from './support.ts'

const site = await forFile(openSite())
const { tell } = site
const { refOf, undo, rows } = openRepair(site)

const saidAs = (login: string, caseId: string, said: Said) => saying(site, login, caseId, said)

const seqOf = async (id: string, command: string) =>
  (
    await rows<{ seq: number }>('select seq from case_event where case_id = $1 and command = $2', [
      ...[id, command]
    ])
  )[0]!.seq
const struckIn = (id: string) =>
  rows('select seq, struck_by from case_event where case_id = $1 and struck_by is not null', [id])
const striking = (seq: number, by: number): Said => ({
  text: `select strike_act($1, $2, 'wrong_entry', now())`,
  values: [seq, by]
})

it('no act is struck in a case of others, nor another’s act, nor one that no act took back', async () => {
  const id = await tell.consenting()
  await tell.act('asso.rhone', id, 'contact.note', { on: '2026-11-24', means: 'phone' })
  const [note, triage] = [await seqOf(id, 'contact.note'), await seqOf(id, 'triage.start')]
  expect(await saidAs('asso.paris', id, striking(note, 999))).toContain('no act to strike')
  expect(await saidAs('asso.rhone', id, striking(triage, 999))).toContain('no act to strike')
  expect(await saidAs('asso.rhone', id, striking(note, 999))).toContain('no act took it back')
  expect(await saidAs('asso.rhone', id, striking(triage, note))).toContain('no act to strike')
  expect(await saidAs('asso.rhone', id, striking(note - 1, note))).not.toBeNull()
  const part = (until: string) =>
    rows(`update participation set until = ${until} where case_id = $1 and org_id = $2`, [
      ...[id, site.as('asso.rhone').orgId]
    ])
  await part('now()')
  expect(await saidAs('asso.rhone', id, striking(note, 999))).toContain('no act to strike')
  await part('null')
  expect(await struckIn(id)).toEqual([])
  expect((await undo('asso.rhone', id, await refOf(id, 'contact.note'))).statusCode).toBe(200)
  expect(await struckIn(id)).toEqual([{ seq: note, struck_by: note + 1 }])
})

it('no letter of error is written of what another organisation sent', async () => {
  const id = await tell.consenting()
  await tell.act('asso.rhone', id, 'prefecture.request', { signalledBy: 'PJ' })
  const referral = await tell.referral(id, 'prefecture')
  await rows('delete from referral_link where referral_id = $1', [referral])
  await rows(
    `insert into referral_link (id, referral_id, org_id, generation, address, expires_at, mailed_at)
      select gen_random_uuid(), id, recipient_org_id, 1, 'CANARI', now() + interval '1 day', now() from referral where id = $1`,
    [referral]
  )
  const letters = async () =>
    (await rows(`select 1 from outbox where kind = 'mail_error' and payload ->> 'referral' = $1`, [referral]))
      .length
  const text = 'select put_error_letters($1::uuid[])'
  // Before the letter has left there is nobody to tell.
  await rows('update referral_link set mailed_at = null where referral_id = $1', [referral])
  expect(await saidAs('asso.rhone', id, { text, values: [[referral]] })).toBeNull()
  expect(await letters()).toBe(0)
  await rows('update referral_link set mailed_at = now() where referral_id = $1', [referral])
  expect(await saidAs('cellule.69', id, { text, values: [[referral]] })).toBeNull()
  expect(await saidAs('asso.paris', id, { text, values: [[referral]] })).toBeNull()
  expect(await letters()).toBe(0)
  expect(await saidAs('asso.rhone', id, { text, values: [[referral]] })).toBeNull()
  expect(await letters()).toBe(1)
})
