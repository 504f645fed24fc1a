import { describe, expect, it } from 'vitest'
import type { People } from '../../../../web/src/lib/api.types.ts'
import { drawing } from './drawing.ts'

const draw = await drawing()

type Member = People['members'][number]
const may = { end: false, signOut: false, warn: false, manager: false, seat: false, absence: true }
const member = {
  ...{ id: 'm1', name: 'Camille Z', email: null, role: 'asso', roleLabel: 'association', manager: false },
  ...{ alternate: false, since: '2026-01-05T09:00:00Z', absentFrom: null, absentUntil: null, absent: false },
  ...{ seenAt: null, unseen: null, aloneIn: [], leaves: 0, unread: 0, you: false },
  may: { ...may, absenceByTwo: false }
}
const people = {
  organisation: { id: 'own', name: 'Maison', typeLabel: 'association' },
  ...{ members: [member], invitations: [], proposals: [], regimes: [], letters: true },
  roles: [{ code: 'asso', label: 'association', takesTwo: false }],
  may: { invite: { enabled: true, reason: null } },
  inactivity: { warnedDays: 90, closedDays: 120 }
}
const page = (more: object = {}, search = '') =>
  draw(`/personnes${search}`, { '/api/people': { ...people, ...more } }, { nav: ['people'] })
const of = (more: Partial<Omit<Member, 'may'>> & { may?: Partial<Member['may']> }) =>
  page({ members: [{ ...member, ...more, may: { ...member.may, ...more.may } }] })

describe('whoever has access', () => {
  it('is done with what its reader may do, and nothing else', async () => {
    const all = { end: 'end', signOut: 'signOut', warn: 'warned', manager: 'manager', seat: 'seat' } as const
    const acts = Object.values(all) as string[]
    const drawn = async (can: Partial<Member['may']>) =>
      (await of({ may: can })).buttons.filter((one) => acts.includes(one))
    expect(await drawn({})).toEqual([])
    for (const [can, act] of Object.entries(all)) expect(await drawn({ [can]: true })).toEqual([act])
  })

  it('is brought back where they are away, and else said to be', async () => {
    const buttons = async (absentFrom: string | null) =>
      (await of({ absentFrom })).buttons.filter((one) => ['back', 'away'].includes(one))
    expect([await buttons('2026-11-20'), await buttons(null)]).toEqual([['back'], ['away']])
    const { text } = await of({ absentFrom: '2026-12-20', absentUntil: '2026-12-27' })
    expect(text).toMatch(/20 décembre 2026.*27 décembre 2026/)
    // Somebody who leaves next month is there today.
    expect(text).not.toContain('absence en cours')
  })

  it('is told what ends with their access: those whom nobody accompanies any more, or reads for the cell', async () => {
    const ends = { may: { end: true } }
    const [none, left, unread] = [
      await of(ends),
      await of({ ...ends, leaves: 3, unread: 2 }),
      await of({ ...ends, unread: 2 })
    ]
    const sure = ({ body }: { body: string }) => /id="sure-m1"[\s\S]*?<\/label>/.exec(body)?.[0] ?? ''
    expect(new Set([sure(none), sure(left), sure(unread)]).size).toBe(3)
    expect([/\b3\b/.test(left.text), /\b2\b/.test(unread.text), /\b3\b/.test(none.text)]).toEqual([
      ...[true, true, false]
    ])
  })

  it('is said to be the last of a team, with how many cases, or without where its reader is not told', async () => {
    const alone = (cases: number | null) =>
      of({ may: { end: true }, aloneIn: [{ name: 'Équipe Nord', cases }] })
    const [told, untold] = [await alone(7), await alone(null)]
    for (const { text, links } of [told, untold])
      expect([text.includes('Équipe Nord'), links.includes('/equipe')]).toEqual([true, true])
    expect([/\b7\b/.test(told.text), /\b7\b|\b0\b/.test(untold.text.split('Équipe Nord')[1]!)]).toEqual([
      true,
      false
    ])
  })

  it('who stays away is told who warned them, or that nobody could', async () => {
    const at = { closesOn: '2026-12-20T00:00:00Z', on: '2026-11-20T00:00:00Z' }
    const unseen = async (more: object) => (await of({ unseen: more as Member['unseen'] })).text
    const byHand = await unseen({ ...at, warned: 'by_hand', by: 'Mme Une' })
    expect([byHand.includes('Mme Une'), byHand.includes('20 décembre 2026')]).toEqual([true, true])
    const mailed = await unseen({ ...at, warned: 'mailed', by: null })
    expect([mailed.includes('20 décembre 2026'), mailed.includes('20 novembre 2026')]).toEqual([true, false])
    const none = { closesOn: null, on: null, by: null }
    const [unsent, unreachable] = [
      await unseen({ ...none, warned: 'unsent' }),
      await unseen({ ...none, warned: 'unreachable' })
    ]
    expect(unsent).not.toBe(unreachable)
    for (const text of [unsent, unreachable]) expect(text).not.toContain('décembre 2026')
  })

  it('changes a seat from what it is, and another’s absence from one with a word of warning', async () => {
    const value = ({ body }: { body: string }, name: string) =>
      new RegExp(`name="${name}" value="(\\w+)"`).exec(body)?.[1]
    for (const is of [true, false]) {
      const seat = await of({ alternate: is, manager: is, may: { seat: true, manager: true } })
      expect([value(seat, 'alternate'), value(seat, 'manager')]).toEqual([String(!is), String(!is)])
    }
    const warned = async (absenceByTwo: boolean) => (await of({ may: { absenceByTwo } })).text.length
    expect(await warned(true)).toBeGreaterThan(await warned(false))
  })
})

describe('an invitation', () => {
  const invitation = {
    ...{ id: 'i1', email: 'a@b.example', roleLabel: 'association', manager: false, stateLabel: 'état' },
    ...{ expiresAt: '2026-12-02T11:00:00Z', person: null, personEmail: null, differs: false, unknown: false }
  }
  const of = (more: object) => page({ invitations: [{ ...invitation, ...more }] })

  it('is sent again or taken back while it may be used, and not once it was', async () => {
    for (const state of ['used', 'withdrawn'])
      expect((await of({ state })).buttons.filter((one) => /again|uninvite/.test(one))).toEqual([])
    for (const state of ['unsent', 'waiting', 'expired'])
      expect((await of({ state })).buttons).toEqual(expect.arrayContaining(['again', 'uninvite']))
  })

  it('says until when it opens while it does', async () => {
    const until = async (state: string) => (await of({ state })).text.includes('2 décembre 2026')
    expect([await until('waiting'), await until('unsent'), await until('expired')]).toEqual([
      true,
      true,
      false
    ])
  })

  it('says who used it, and that it was by another address, or by none that is known', async () => {
    const used = { state: 'used', person: 'Une Autre' }
    const [same, other, unknown] = [
      (await of({ ...used, personEmail: 'a@b.example' })).text,
      (await of({ ...used, personEmail: 'x@y.example', differs: true })).text,
      (await of({ ...used, unknown: true })).text
    ]
    expect([same.includes('Une Autre'), other.includes('x@y.example')]).toEqual([true, true])
    expect(new Set([same.length, other.length, unknown.length]).size).toBe(3)
  })
})

describe('whoever was invited', () => {
  const roles = (takesTwo: boolean) => [{ code: 'asso', label: 'association', takesTwo }]
  const said = async (more: object, search: string) => (await page(more, search)).text

  it('is said to wait for a second person where that is so, and else to be written to', async () => {
    const [waits, sent] = [
      await said({ roles: roles(true) }, '?invite=asso'),
      await said({ roles: roles(false) }, '?invite=asso')
    ]
    expect(waits).not.toBe(sent)
    expect(sent).toContain('Invitation envoyée')
  })

  it('is not said to be written to where nothing is', async () => {
    const kept = await said({ letters: false }, '?invite=asso')
    expect(kept).not.toContain('Invitation envoyée')
    expect(
      await said({ letters: false, may: { invite: { enabled: false, reason: null } } }, '')
    ).not.toContain('n’envoie pas de courrier')
  })

  it('may be invited by whoever may invite, and all others read why nobody is', async () => {
    const closed = await page({ may: { invite: { enabled: false, reason: 'Pas encore accréditée.' } } })
    expect([closed.buttons.includes('invite'), closed.text.includes('Pas encore accréditée.')]).toEqual([
      false,
      true
    ])
    expect((await page()).buttons).toContain('invite')
  })
})
