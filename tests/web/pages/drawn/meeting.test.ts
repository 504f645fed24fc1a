import { describe, expect, it } from 'vitest'
import type { ItemView, MeetingView } from '../../../../web/src/lib/api.types.ts'
import { drawing } from './drawing.ts'

const draw = await drawing()

// A meeting as those are shown it who sit in it and who conduct it: which voice may be given, by whom, and what is said once it was.

const coded = (id: string, label = id) => ({ id, label })
const state = (id: string) => ({ ...coded(id), tone: 'plain' })
const item = {
  ...{ id: 'i1', caseId: 'c1', code: 'TEH-1', state: coded('waiting'), outcome: null, tally: null },
  ...{ sheet: null, spoken: null, mine: null, vote: null, withdraw: false, withdrawn: null, back: [] },
  ...{ without: null, rule: null, court: null, decide: null, noting: null, voters: [] }
}
const seat = {
  ...{ personId: 'p1', name: 'Mme Une', institution: 'Police', presence: coded('absent', 'pas là') },
  ...{ standsIn: false, me: false }
}
const meeting = {
  ...{ id: 'one', version: 1, state: state('open'), startsAt: '2026-11-24T13:00:00Z', place: null },
  ...{ territory: { code: '69', name: 'Rhône' }, conducts: false, members: [], items: [], candidates: [] },
  rules: { version: '2026-09', members: 3, institutions: 2, mustInclude: [], decidesBy: 'majorité' },
  quorum: { members: 3, institutions: 2, must: [], reached: true, reason: null, shortOn: 0 },
  ...{ followup: null, presences: [coded('present', 'là')], insufficiencies: [coded('r', 'Raison')] },
  ...{ voices: [coded('for', 'Pour'), coded('against', 'Contre')], actions: [], basis: [], minutes: false }
}
const page = (more: Partial<Record<keyof MeetingView, unknown>>, search = '') =>
  draw(`/reunions/one${search}`, { '/api/meetings/one': { ...meeting, ...more } }, { nav: ['meetings'] })
const of = (more: Partial<Record<keyof ItemView, unknown>>, beside: object = {}, search = '') =>
  page({ items: [{ ...item, ...more }], ...beside }, search)
const may = { enabled: true, reason: null }

describe('a voice', () => {
  const voices = ({ links }: { links: string[] }) => links.filter((one) => one.startsWith('?voix='))

  it('is given by whoever may, once, and only on the second press', async () => {
    expect(voices(await of({}))).toEqual([])
    const closed = await of({ vote: { enabled: false, reason: 'Vous vous êtes retiré.' } })
    expect([voices(closed), closed.text.includes('Vous vous êtes retiré.')]).toEqual([[], true])
    const first = await of({ vote: may })
    expect([voices(first), first.buttons.includes('vote')]).toEqual([
      ['?voix=1.for#point-1', '?voix=1.against#point-1'],
      false
    ])
    const second = await of({ vote: may }, {}, '?voix=1.against')
    expect(second.buttons).toContain('vote')
    expect(second.body).toMatch(/name="voice" value="against"/)
    expect((await of({ vote: may }, {}, '?voix=2.against')).buttons).not.toContain('vote')
  })

  it('that was given is said to its author, and offered no more', async () => {
    const given = await of({ mine: coded('for', 'Pour'), vote: may })
    expect([voices(given), given.text.includes('Pour')]).toEqual([[], true])
  })
})

describe('whoever closes a vote', () => {
  const decide = { ...may, explains: false }
  const voter = (personId: string, more: object = {}) => ({
    ...{ personId, name: `M. ${personId}`, institution: 'Police', spoken: false, own: false, reason: null },
    ...more
  })

  it('decides or puts off, and nobody else does', async () => {
    const buttons = async (more: object) =>
      (await of(more)).buttons.filter((one) => /decide|adjourn/.test(one))
    expect(await buttons({})).toEqual([])
    expect(await buttons({ decide })).toEqual(['item.decide', 'item.adjourn'])
  })

  it('says why where the elements were found insufficient', async () => {
    const asks = async (explains: boolean) =>
      (await of({ decide: { ...decide, explains } })).body.includes('name="reason"')
    expect([await asks(false), await asks(true)]).toEqual([false, true])
  })

  it('notes the voice of who has not spoken, as many as the rule allows, and of no other', async () => {
    const voters = [
      voter('spoken', { spoken: true, own: true }),
      voter('away', { reason: 'Pas là.' }),
      voter('there')
    ]
    const noted = async (left: number, search = '') => {
      const drawn = await of({ decide, voters, noting: { left, rule: 'Deux au plus.' } }, {}, search)
      return { ...drawn, notes: drawn.links.filter((one) => one.startsWith('?note=')) }
    }
    const { notes, text, buttons } = await noted(2)
    expect([notes, buttons.includes('vote.record')]).toEqual([
      ['?note=1.there.for#point-1', '?note=1.there.against#point-1'],
      false
    ])
    expect([text.includes('Pas là.'), text.includes('Deux au plus.')]).toEqual([true, true])
    expect((await noted(0)).notes).toEqual([])
    expect((await noted(2, '?note=1.there.for')).buttons).toContain('vote.record')
    for (const who of ['spoken', 'away'])
      expect((await noted(2, `?note=1.${who}.for`)).buttons).not.toContain('vote.record')
  })
})

describe('whoever is too close to a case', () => {
  it('withdraws from it, says whether it is theirs alone, and comes back where they may', async () => {
    expect((await of({})).links.join()).not.toContain('retrait')
    expect((await of({ withdraw: true })).links).toContain('?retrait=1#point-1')
    const ties = await of({ withdraw: true }, {}, '?retrait=1')
    expect([...ties.body.matchAll(/name="tie" value="(\w+)"/g)].map(([, tie]) => tie)).toEqual([
      ...['person', 'institution']
    ])
    const over = await of({ withdrawn: { said: 'Vous vous êtes retiré.', reasons: [] }, caseId: null })
    expect([over.links.join().includes('retour'), over.text.includes('Vous vous êtes retiré.')]).toEqual([
      false,
      true
    ])
    const withdrawn = { said: 'Retiré.', reasons: [coded('mistaken', 'Par erreur')] }
    expect((await of({ withdrawn })).links).toContain('?retour=1#point-1')
    expect((await of({ withdrawn }, {}, '?retour=1')).buttons).toContain('item.rejoin')
  })

  it('is asked back by another of their institution, of whom who conducts says yes or no', async () => {
    const back = [
      { institution: 'Police', asker: 'Mme Une', reason: 'Erreur', withdrawalId: 'w1', askedBy: 'p9' }
    ]
    const { buttons, body } = await of({ back })
    expect(buttons).toEqual(expect.arrayContaining(['item.readmit', 'item.uphold']))
    expect(body).toMatch(/name="askedBy" value="p9"/)
  })
})

describe('a case on an agenda', () => {
  it('is opened by whoever reads it, and to others is said to be out of sight', async () => {
    expect((await of({})).links).toContain('/dossiers/c1')
    const [left, withdrawn] = [
      await of({ caseId: null }),
      await of({ caseId: null, withdrawn: { said: 'x', reasons: [] } })
    ]
    for (const { links } of [left, withdrawn]) expect(links).not.toContain('/dossiers/c1')
    expect(left.text.length).toBeGreaterThan(withdrawn.text.length)
  })

  it('that is due before the meeting is said so above and beside it', async () => {
    const sheet = { summary: 'Résumé', badges: [], openedOn: '2026-11-02', dueOn: '2026-11-20', origin: null }
    const late = async (tooLate: boolean) => (await of({ sheet: { ...sheet, tooLate } })).links
    expect(await late(false)).not.toContain('#point-1')
    expect(await late(true)).toContain('#point-1')
  })

  it('is taken off by whoever conducts while the meeting is planned', async () => {
    const taken = async (conducts: boolean, id: string) =>
      (await of({}, { conducts, state: state(id) })).buttons.includes('item.remove')
    expect([await taken(false, 'planned'), await taken(true, 'convened'), await taken(true, 'open')]).toEqual(
      [...[false, false, false]]
    )
    expect(await taken(true, 'planned')).toBe(true)
  })
})

describe('whoever was convened', () => {
  const presence = async (more: object, members: object[] = [seat]) =>
    (await page({ members, ...more })).buttons.includes('attend')

  it('is recorded by whoever conducts, while the meeting lasts, unless their seat has ended', async () => {
    expect(await presence({ conducts: false })).toBe(false)
    for (const id of ['convened', 'closed'])
      expect(await presence({ conducts: true, state: state(id) })).toBe(false)
    expect(await presence({ conducts: true }, [{ ...seat, personId: null }])).toBe(false)
    expect(await presence({ conducts: true })).toBe(true)
  })

  it('is taken to be there by nobody before it is said', async () => {
    const chosen = async (id: string) =>
      /<option value="(\w*)" selected/.exec(
        (await page({ conducts: true, members: [{ ...seat, presence: coded(id) }] })).body
      )?.[1]
    expect([await chosen('absent'), await chosen('present')]).toEqual(['', 'present'])
  })

  it('has a letter of their own, and nobody else has', async () => {
    const letter = async (me: boolean) =>
      (await page({ members: [{ ...seat, me }] })).links.includes('/reunions/one/convocation')
    expect([await letter(false), await letter(true)]).toEqual([false, true])
  })
})

describe('a meeting that is closed', () => {
  const close = { command: 'close', label: 'Clore', reason: null }

  it('names what it puts off before it does, and closes at once where it puts off nothing', async () => {
    const waits = { items: [item], actions: [close] }
    expect((await page(waits)).buttons).not.toContain('close')
    const asked = await page(waits, '?clore=1')
    expect([asked.buttons.includes('close'), asked.text.includes('TEH-1')]).toEqual([true, true])
    expect(
      (await page({ items: [{ ...item, state: coded('decided') }], actions: [close] })).buttons
    ).toContain('close')
  })

  it('has minutes for whoever may read them', async () => {
    const minutes = async (is: boolean) =>
      (await page({ minutes: is })).links.includes('/api/meetings/one/minutes.pdf')
    expect([await minutes(false), await minutes(true)]).toEqual([false, true])
  })

  it('looks at a running case again while it lasts, and takes it off while it is planned', async () => {
    const one = { id: 'f1', caseId: null, code: 'TEH-9', subject: coded('s', 'Sujet'), outcome: null }
    const followup = { items: [one], candidates: [], subjects: [], outcomes: [coded('kept', 'Suivi')] }
    const acts = async (id: string, more: object = {}) =>
      (await page({ state: state(id), followup: { ...followup, ...more } })).buttons.filter((name) =>
        name.startsWith('followup')
      )
    expect([await acts('open'), await acts('planned'), await acts('closed')]).toEqual([
      ['followup.note'],
      ['followup.remove'],
      []
    ])
    expect(await acts('open', { items: [{ ...one, outcome: coded('kept') }] })).toEqual([])
  })
})
