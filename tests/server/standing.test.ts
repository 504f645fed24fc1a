import { describe, expect, it } from 'vitest'
import { within } from '../support/sources.ts'

// What ended is kept, so that each statement says by itself that it asks for what stands: forgotten in one of them, a house that left a
// case, somebody who left a house, or an act that was taken back counts there still, and nothing else says so.

/** Of a table whose rows end: the words by which a statement says that it means those that stand, or says when each ended. */
const ends: Record<string, RegExp> = {
  case_event: /struck_by/g,
  participation: /\buntil is null\b|\bofReader\(/g,
  membership: /\buntil is null\b|\$\{live\}/g
}

/** Statements that mean all rows, whatever became of them, each by its beginning. */
const whatever: Record<string, string> = {
  'server/calendar/keep.ts update calendar_feed':
    'what opens a calendar closes with whatever access it was made by',
  'server/calls/readers.ts case when exists':
    'an address stays that of the last place, though its access ended',
  'server/meetings/invitation.mail.ts select m.id':
    'an address stays that of the last place, though its access ended',
  'server/organisations/members.ts select id, person_id': 'says of one access by its name whether it ended',
  'server/organisations/store.ts select p.id, p.kind':
    'of whose seat or absence it was proposed, be they there still or not',
  'server/configuration/migration-job.ts select id,':
    'the journal says for which house a move was asked then',
  'server/organisations/people.routes.ts select org_id':
    'the house of one access by its name; the act asks whether it stands',
  'server/teams/view.ts select p.id, p.display_name':
    'names whoever was ever there, so that what they followed has a name',
  'server/outbox/worklist.ts with l as':
    'a line is written in the row of a part that was just read as standing',
  'server/repair/look.ts select 1 from participation': 'whom an act let in, be they there still or not',
  'server/repair/look.ts select ${columnsOf(caseEvents)}':
    'the whole log, of which each act says whether it was struck',
  'server/cases/district.ts select ${courtNamed': 'the number of the last act, struck or not',
  'server/commands/sharing.ts select p.org_id': 'a flag is never taken back',
  'server/disclosure/conflict-of-interest.ts select person_id': 'a flag is never taken back',
  'server/links/view.ts select distinct': 'what is sealed goes with the act that is taken back',
  'server/reading/compartment.ts select c.seq': 'what is sealed goes with the act that is taken back',
  'server/search/named.ts select c.case_id': 'what is sealed goes with the act that is taken back',
  'server/meetings/minutes.ts select i.id': 'what a meeting decided is not taken back by who entered it'
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

const times = (said: string, what: RegExp) => said.match(what)?.length ?? 0
const unsaid = (said: string) =>
  Object.entries(ends).some(
    ([table, says]) => times(said, new RegExp(`\\b(?:from|join) ${table}\\b`, 'g')) > times(said, says)
  )

describe('a statement that reads what ends', () => {
  const forgetting = statements.filter(({ said }) => unsaid(said)).map(({ path, said }) => `${path} ${said}`)

  it('says each time that it means what stands, but where it is known why not', () => {
    expect(forgetting.filter((one) => !Object.keys(whatever).some((known) => one.startsWith(known)))).toEqual(
      []
    )
  })

  it('is known why not of those alone that are there', () => {
    expect(Object.keys(whatever).filter((known) => !forgetting.some((one) => one.startsWith(known)))).toEqual(
      []
    )
  })

  it.each([
    ['select from participation p where p.org_id = $1', true],
    ['select from participation p where p.org_id = $1 and p.until is null', false],
    [
      'select from membership m where m.until is null and exists (select from membership o where o.role = $1)',
      true
    ],
    ['select from membership m where ${live}', false],
    ['select max(e.seq) from case_event e where e.command = $1', true],
    ['select max(e.seq) from case_event e where e.struck_by is null', false]
  ])('is told apart: « %s » forgets: %s', (said, forgets) => {
    expect(unsaid(said)).toBe(forgets)
  })
})
