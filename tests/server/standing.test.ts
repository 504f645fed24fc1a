import { describe, expect, it } from 'vitest'
import { findsAnyHouse, unsaidIn } from '../support/ending.ts'
import { within } from '../support/sources.ts'

// What ended is kept, so that each statement says by itself that it asks for what stands: forgotten in one of them, a house that left a
// case, somebody who left a house, or an act that was taken back counts there still, and nothing else says so.

/** Statements that mean all rows of these tables, whatever became of them, each by its beginning, and why. */
const whatever: Record<string, string> = {
  'server/calendar/keep.ts update calendar_feed':
    'membership: what opens a calendar closes with whatever access it was made by',
  'server/calls/readers.ts case when exists':
    'membership: an address stays that of the last place, though its access ended',
  'server/meetings/invitation.mail.ts select m.id':
    'membership: an address stays that of the last place, though its access ended',
  'server/organisations/members.ts select id, person_id':
    'membership: says of one access by its name whether it ended',
  'server/organisations/store.ts select p.id, p.kind':
    'membership: of whose seat or absence it was proposed, be they there still or not',
  'server/configuration/migration-job.ts select id,':
    'membership: the journal says for which house a move was asked then',
  'server/organisations/people.routes.ts select org_id as "orgId" from membership':
    'membership: the house of one access by its name; the act asks whether it stands',
  'server/teams/view.ts select p.id, p.display_name':
    'membership,team_member,caseload: names whoever was ever there, so that what they followed has a name',
  'server/outbox/worklist.ts with l as':
    'participation: a line is written in the row of a part that was just read as standing',
  'server/repair/look.ts select 1 from participation':
    'participation: whom an act let in, be they there still or not',
  'server/repair/look.ts select ${columnsOf(caseEvents)}':
    'case_event: the whole log, of which each act says whether it was struck',
  'server/cases/district.ts select ${courtNamed': 'case_event: the number of the last act, struck or not',
  'server/commands/sharing.ts select p.org_id': 'case_event: a flag is never taken back',
  'server/disclosure/conflict-of-interest.ts select person_id': 'case_event: a flag is never taken back',
  'server/links/view.ts select distinct': 'case_event: what is sealed goes with the act that is taken back',
  'server/reading/compartment.ts select c.seq':
    'case_event: what is sealed goes with the act that is taken back',
  'server/search/named.ts select c.case_id':
    'case_event: what is sealed goes with the act that is taken back',
  'server/meetings/minutes.ts select i.id':
    'case_event: what a meeting decided is not taken back by who entered it',
  'server/auth/choice.ts select from session': 'session: ended already, it makes room as well',
  'server/auth/choice.ts select from person': 'session: whose sign-ins are counted one after the other',
  'server/auth/opening.ts delete from session': 'session: takes away those whose time is over, ended or not',
  'server/auth/store.ts select email': 'session: of the session that was just entered',
  'server/drafts/device.keys.ts (select id from session': 'session: of the session that was just entered',
  'server/sessions/end.ts select id_hash': 'session: one that ended already is ended',
  'server/sessions/end.ts select id from session': 'session: of the session that was just entered',
  'server/emergency/settle.ts select due_at':
    'deadline: when the clock of one opening rings or rang, whoever stopped it',
  'server/notices/read.ts select n.id': 'caseload: of what was told, row security and the words decide',
  'server/organisations/first-administrator.ts select m.id':
    'invitation: by which invitation somebody came, used as it is',
  'server/organisations/invitations.ts select from invitation':
    'invitation: one that was just read as waiting',
  'server/organisations/people.routes.ts select org_id as "orgId" from invitation':
    'invitation: the house of one invitation by its name; the act asks whether it stands',
  'server/teams/followers.ts select t.name': 'team: a team that closes follows nothing any more',
  'server/teams/telling.ts select id': 'caseload: tells of one row by its name that it began or ended'
}

/** Statements that look for houses whether they may work or not. */
const anyHouse: Record<string, string> = {
  'server/organisations/keep.ts select from organisation':
    'whether the name or the number is taken, be the house suspended or not',
  'server/handing/propose.ts select id from organisation':
    'who may accompany works today: PostgreSQL asks it in `acts_today`',
  'server/organisations/list.ts select ${organisationColumns}':
    'the list of whoever administers, of every state',
  'server/organisations/mail.ts select ${givenColumns}': 'the platform is neither suspended nor closed',
  'server/organisations/sweep.ts select distinct p.id': 'the platform is neither suspended nor closed',
  'server/organisations/store.ts select p.id, p.kind': 'of a proposal, by its name',
  'server/reading/lookups.ts select name': 'names those that were found'
}

const template = /`(?:[^`\\$]|\\.|\$(?!\{)|\$\{[^{}`]*(?:`[^`]*`[^{}`]*)*\})*`/g
const quoted = /'[^'\n]*'/g
const statements = within('server')
  .filter(({ path }) => !path.startsWith('server/demo/'))
  .flatMap(({ path, text }) =>
    [...(text.match(template) ?? []), ...(text.replace(template, '').match(quoted) ?? [])].map((literal) => ({
      path,
      said: literal.slice(1).trim().replace(/\s+/g, ' ')
    }))
  )

describe('a statement that reads what ends', () => {
  const forgetting = statements.flatMap(({ path, said }) => {
    const tables = unsaidIn(said).join()
    return tables === '' ? [] : [{ said: `${path} ${said}`, tables }]
  })
  const knownOf = (one: { said: string; tables: string }) =>
    Object.entries(whatever).find(
      ([begins, why]) => one.said.startsWith(begins) && why.startsWith(`${one.tables}: `)
    )?.[0]

  it('says each time that it means what stands, but where it is known why not', () => {
    expect(forgetting.filter((one) => knownOf(one) === undefined)).toEqual([])
  })

  it('is known why not of those alone that are there', () => {
    expect(new Set(forgetting.map(knownOf))).toEqual(new Set(Object.keys(whatever)))
  })

  it('asks of the houses that it looks for that they may work, but where it is known why not', () => {
    const found = statements
      .filter(({ said }) => findsAnyHouse(said))
      .map(({ path, said }) => `${path} ${said}`)
    const beginning = (one: string) => Object.keys(anyHouse).find((known) => one.startsWith(known))
    expect(found.filter((one) => beginning(one) === undefined)).toEqual([])
    expect(new Set(found.map(beginning))).toEqual(new Set(Object.keys(anyHouse)))
  })

  it.each([
    ['select from participation p where p.org_id = $1', true],
    ['select from participation p where p.org_id = $1 and p.until is null', false],
    [
      'select from membership m where m.until is null and exists (select from membership o where o.role = $1)',
      true
    ],
    [
      'select from participation p join participation o on o.case_id = p.case_id where p.until is null and p.until is null',
      true
    ],
    [
      'select from participation p join participation o on o.case_id = p.case_id where p.until is null and until is null',
      true
    ],
    [
      'select from participation p join participation o on o.case_id = p.case_id where p.until is null and o.until is null',
      false
    ],
    ['select from membership m where ${live}', false],
    ['select from membership other where other.org_id = m.org_id and ${live}', true],
    ['select from participation o where ${ofReader(role)}', true],
    ["select from participation o where ${ofReader(role, 'o')}", false],
    ["select from caseload l where l.org_id = $1 and ${worksIn('l')}", true],
    ['select max(e.seq) from case_event e where e.command = $1', true],
    ['select max(e.seq) from case_event e where e.struck_by is null', false],
    [
      'select from participation p join membership m on m.org_id = p.org_id where p.until is null and m.role = $1',
      true
    ],
    ['select from meeting_recusal r where r.case_id = $1', true],
    ['select from meeting_recusal r where r.ended_at is null', false],
    ['select from stay s where s.case_id = $1', true],
    ['select from stay s where s.state = any($2)', false]
  ])('is told apart: « %s » forgets: %s', (said, forgets) => {
    expect(unsaidIn(said).length > 0).toBe(forgets)
  })
})
