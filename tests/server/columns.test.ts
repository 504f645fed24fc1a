import { describe, expect, it } from 'vitest'
import { within } from '../support/sources.ts'

// A statement gives a column the name that the code knows it by. Of two columns of one type, one read in the stead of the other is a day,
// a name or an organisation that is not the one that is said, and no type knows.

/** Columns that the code calls by another name than their own, or what stands before it. */
const otherwise: Record<string, string> = {
  'server/audit/routes.ts w.org_type': 'aboutType',
  'server/auth/devices.ts s.created_at': 'openedAt',
  'server/auth/devices.ts s.seen_at': 'usedAt',
  'server/configuration/read.ts p.display_name': 'startedBy',
  'server/configuration/read.ts u.display_name': 'undoneBy',
  'server/figures/administrative/read.ts who.display_name': 'enteredBy',
  'server/figures/reports/exact.ts asking.display_name': 'askedByName',
  'server/figures/reports/exact.ts settling.display_name': 'settledByName',
  'server/firing/waiting.ts d.next_at': 'dueSince',
  'server/meetings/recusal.ts r.back_by': 'askedBy',
  'server/organisations/people.ts i.provider_email': 'personEmail',
  'server/places/stays.ts r.sent_at': 'offeredAt',
  'server/reading/deadlines.routes.ts reach.clock_at': 'reachAt',
  'server/reading/deadlines.routes.ts reach.case_id': 'reachId',
  'server/reading/list.page.ts p.case_id': 'lastId',
  'server/teams/view.ts n.team_id': 'nextTeam',
  'server/teams/view.ts n.person_id': 'nextPerson'
}

type Called = { column: string; name: string }
const computed = ['end', 'null', 'true', 'false']

/** The columns that a text of statements gives a name of several words. */
const calledIn = (text: string): Called[] =>
  [...text.matchAll(/((?:\b[a-z]\w*\.)?\b[a-z_]+)(?:::\w+(?:\[\])?)?\s+as\s+"([a-z]+[A-Z]\w*)"/g)].flatMap(
    ([, column, name]) => (computed.includes(column!) ? [] : [{ column: column!, name: name! }])
  )

const ownName = (column: string) =>
  column.replace(/^.*\./, '').replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** By its own name, or by that behind whose it is. */
const isOwn = ({ column, name }: Called) =>
  name === ownName(column) || name.endsWith(capital(ownName(column)))

const called = within('server')
  .filter(({ path }) => !path.startsWith('server/demo/'))
  .flatMap(({ path, text }) => calledIn(text).map((one) => ({ ...one, at: `${path} ${one.column}` })))

describe('a column that a statement reads', () => {
  it('has its own name in the code, but where another is known', () => {
    const wrong = called.filter((one) => !isOwn(one) && otherwise[one.at] !== one.name)
    expect(wrong).toEqual([])
    expect(called.length).toBeGreaterThan(200)
    expect(Object.keys(otherwise).filter((at) => !called.some((one) => one.at === at))).toEqual([])
  })

  it.each([
    ['select l.expires_at as "sentAt" from referral_link l', false],
    ['select l.expires_at as "expiresAt" from referral_link l', true],
    ['select m.absent_from::text as "absentUntil" from membership m', false],
    ['select r.sender_org_id as "recipientOrgId" from referral r', false],
    ['select o.name as "orgName", p.id as "personId" from organisation o, person p', true]
  ])('« %s » calls each by its own: %s', (text, own) => {
    expect(calledIn(text).every(isOwn)).toBe(own)
  })
})
