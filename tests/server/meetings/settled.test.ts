import { beforeEach, describe, expect, it } from 'vitest'
import { showCode } from '../../../server/cases/code.ts'
import { inContext } from '../../../server/db/context.ts'
import { minutesPdf } from '../../../server/meetings/pdf.ts'
import { readMinutes } from '../../../server/meetings/minutes.view.ts'
import { viewMeeting } from '../../../server/meetings/view.ts'
import { toldState } from '../../../workflows/meeting/states.ts'
import { forFile } from '../../support/for-file.ts'
import { openCell, textOfPdf } from '../../support/meetings.ts'
import { noon } from '../../support/world.ts'

// What waits on an agenda may be settled before anybody looks at it: by two opinions, by an authority, or by the end of the case.

const cell = await forFile(openCell())
beforeEach(() => cell.clearAgenda())

const [secretary, member] = ['cellule.69', 'membre.69'] as const
const reader = (login: string) => ({ actor: cell.world.as(login), locale: 'fr' as const, now: noon })
const as = <T>(login: string, read: (tx: Parameters<typeof readMinutes>[0]) => Promise<T>) =>
  inContext(cell.world.db.app, cell.world.as(login), read)
const minutesFor = (login: string, id: string, forAll = false) =>
  as(login, (tx) => readMinutes(tx, id, reader(login), forAll))
const seenBy = (login: string, id: string) => as(login, (tx) => viewMeeting(tx, id, reader(login)))
const close = (id: string) => cell.meet.act(secretary, id, 'close')

/** Two cases on an agenda: two opinions settle one while the meeting sits, and nobody comes to the other. */
const half = async () => {
  const over = await cell.triaged()
  const waits = await cell.triaged()
  const id = await cell.meet.inSession()
  await cell.tell.act(member, over, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
  await cell.tell.act(secretary, over, 'grounds.positive')
  const codeOf = async (caseId: string) => showCode(String((await cell.tell.row(caseId))['code']))
  return { id, over, waits, codes: { over: await codeOf(over), waits: await codeOf(waits) } }
}

type Lines = readonly { code: string; state: string | { label: string } }[]
const said = (items: Lines, { over, waits }: { over: string; waits: string }) =>
  [over, waits].map((code) => {
    const { state } = items.find((one) => one.code === code)!
    return typeof state === 'string' ? state : state.label
  })

describe('what was settled outside the meeting', () => {
  it('is told to no member as such, on the page, in the minutes or on paper: it is no decision of this meeting', async () => {
    const { id, codes } = await half()
    await close(id)
    const told = ['sans décision de cette réunion', 'reporté, sans décision']
    expect(said((await minutesFor(member, id)).items, codes)).toEqual(told)
    expect(said((await seenBy(member, id)).items, codes)).toEqual(told)
    for (const login of [secretary, member]) {
      const paper = textOfPdf(await minutesPdf(await minutesFor(login, id, true), 'fr'))
      for (const code of Object.values(codes))
        expect(paper).toContain(`${code} : sans décision de cette réunion`)
      expect(paper).not.toMatch(/réglé hors|reporté/)
    }
  })

  it('is not told by what still waits either, to whoever no longer follows that', () => {
    expect([toldState('elsewhere', false), toldState('postponed', false)]).toEqual(['undecided', 'undecided'])
    for (const state of ['waiting', 'decided', 'adjourned'] as const)
      expect(toldState(state, false)).toBe(state)
    expect([toldState('elsewhere', true), toldState('postponed', true)]).toEqual(['elsewhere', 'postponed'])
  })

  it('is said so to the secretary, and not put off to the next meeting, as what waits is', async () => {
    const { id, over, waits, codes } = await half()
    await close(id)
    const told = ['réglé hors de cette réunion', 'reporté, sans décision']
    expect(said((await minutesFor(secretary, id)).items, codes)).toEqual(told)
    expect(said((await seenBy(secretary, id)).items, codes)).toEqual(told)
    const next = await cell.meet.planned()
    const cases = (await seenBy(secretary, next)).items.map(({ caseId }) => caseId)
    expect([cases.includes(over), cases.includes(waits)]).toEqual([false, true])
  })
})

describe('a running case that was to be looked at again', () => {
  it('and is closed by then is not put off: nothing of it is left, and it counts as looked at by nobody', async () => {
    const [over, runs] = [await cell.tell.presumed(), await cell.tell.presumed()]
    const id = await cell.meet.planned()
    for (const caseId of [over, runs])
      await cell.meet.act(secretary, id, 'followup.add', { caseId, subject: 'renewal' })
    await cell.meet.act(secretary, id, 'convene')
    await cell.meet.act(secretary, id, 'open')
    await cell.world.db.owner.query(`update "case" set closure = 'closed_lost' where id = $1`, [over])
    await close(id)
    const { followed, followups } = await minutesFor(secretary, id)
    expect(followups.map(({ outcome }) => outcome).sort()).toEqual([
      'reporté',
      'réglé hors séance : clos, ou suivi ailleurs'
    ])
    expect([followed, (await minutesFor(member, id)).followups]).toEqual([0, []])
  })
})
