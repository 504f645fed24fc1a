import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyChains } from '../../../server/audit/chain.ts'
import { leavingTrace } from '../../../server/acts/command-validation.ts'
import { NotAllowed, wrongField } from '../../../server/errors.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite, type Answer } from '../../support/running/site.ts'
import { openHanding } from '../handing/support.ts'
import { openRepair } from '../repair/support.ts'
import { aLine, spreadsheet } from '../takeover/spreadsheet.ts'

const site = await forFile(openSite())
const { tell } = site
const { formAt, agreed, proposed, step, accept } = openHanding(site)
const { refOf, undo } = openRepair(site)
const [from, to, stranger] = ['asso.rhone', 'asso.paris', 'police.69']

type Trace = { person_id: string; action: string; object: string; detail: string }
const traces = async () =>
  (
    await site.db.owner.query<Trace>(
      `select person_id, action, object, detail from audit_event where outcome = 'denied' order by seq`
    )
  ).rows

let id: string
let ref: string
let handing: string
beforeAll(async () => {
  id = await tell.consenting()
  await tell.act(from, id, 'contact.note', { on: '2026-11-24', means: 'phone' })
  ref = await refOf(id, 'contact.note')
  handing = await proposed(id)
}, 60_000)

type Denied = {
  what: string
  by: string
  action: string
  object: () => string
  does: (login: string) => Promise<Answer>
}
const version = '"anything-of-22-letters"'
const someone = randomUUID()
const denials: Denied[] = [
  {
    ...{ what: 'an act of another taken back', by: to, action: 'act.undone', object: () => `case:${id}` },
    does: (login) => undo(login, id, ref, { version })
  },
  {
    ...{ what: 'a case of others handed on', by: stranger, action: 'handing.propose' },
    object: () => `case:${id}`,
    does: (login) => site.send(login, formAt(id), { ...agreed, orgId: site.as(to).orgId }, { version })
  },
  {
    ...{ what: 'a proposal of others accepted', by: stranger, action: 'handing.accept' },
    object: () => `handing:${handing}`,
    does: (login) => accept(login, handing)
  },
  {
    ...{ what: 'one’s own proposal refused', by: from, action: 'handing.refuse' },
    object: () => `handing:${handing}`,
    does: (login) => step(login, handing, ['refuse', { reason: 'full' }])
  },
  {
    ...{ what: 'the proposal of another taken back', by: to, action: 'handing.withdraw' },
    object: () => `handing:${handing}`,
    does: (login) => step(login, handing, ['withdraw', { reason: 'by_person' }])
  },
  {
    ...{ what: 'files brought by whoever brings none', by: stranger, action: 'files.take' },
    object: () => 'files',
    does: (login) =>
      site.send(login, '/api/files', {
        ...{ csv: spreadsheet([aLine()]), teamId: null, personId: null, take: [], leave: [] }
      })
  },
  {
    ...{ what: 'the session of another ended', by: to, action: 'session.end' },
    object: () => `session:${someone}`,
    does: (login) => site.send(login, `/api/sessions/${someone}/end`, undefined)
  }
]

describe('a denial leaves a trace that outlives its transaction', () => {
  it.each(denials)('$what', async ({ by, action, object, does }) => {
    const before = await traces()
    expect((await does(by)).statusCode).toBe(404)
    const after = await traces()
    expect(after.slice(before.length)).toEqual([
      { person_id: site.as(by).personId, action, object: object(), detail: '' }
    ])
  })

  it('and what is done, or refused by a rule or a form, leaves none', async () => {
    const before = await traces()
    expect((await step(to, handing, ['refuse', { reason: 'other' }])).statusCode).toBe(400)
    expect((await accept(to, handing, { version: '"2"' })).statusCode).toBe(412)
    expect((await undo(from, id, ref, { version: '"old"' })).statusCode).toBe(412)
    expect((await undo(from, id, ref)).statusCode).toBe(200)
    expect((await step(to, handing, ['refuse', { reason: 'full' }])).statusCode).toBe(200)
    expect(await traces()).toEqual(before)
    expect((await verifyChains(site.db.owner)).faults).toEqual([])
  })

  it('where it was told in the words of a form as well', async () => {
    const before = await traces()
    const words = () => wrongField('2.nom', 'line', { fr: 'Ligne 2', en: 'Line 2' })
    const told = (error: Error) =>
      leavingTrace(site.gate, { actor: site.as(from), command: 'files.take' }, 'files', () =>
        Promise.reject(error)
      )
    await expect(told(words())).rejects.toThrow()
    expect(await traces()).toEqual(before)
    await expect(told(Object.assign(words(), { cause: new NotAllowed('not theirs') }))).rejects.toThrow()
    expect((await traces()).slice(before.length)).toEqual([
      { person_id: site.as(from).personId, action: 'files.take', object: 'files', detail: '' }
    ])
  })
})
