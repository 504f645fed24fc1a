import type { Mistake } from '../../../mistake.ts'
import { by, ofOrg, org, person, unasked } from './predicate.ts'

const returns = 'tests/server/db/walls/policies/returns.test.ts'
const ofCell = `(cell_org_id = ${org})`
const wasAsked = '(back_by IS NOT NULL)'

/** What the database asks of whoever comes back to a case from which they, or their house, withdrew. */
export const returnPredicates: readonly Mistake[] = unasked(
  'meeting_recusal_taken_back on meeting_recusal',
  returns,
  [
    ['who is too close to a case would be brought back to it by any member', 'using'],
    ['a withdrawal that has ended would end again, by another', '(ended_at IS NULL) AND', 'true AND'],
    [
      'who sits for two houses would end as one what they withdrew from as the other',
      `(${ofOrg} AND (may_rejoin(person_id, whole) OR may_ask_back(person_id, whole)))`,
      '(may_rejoin(person_id, whole) OR may_ask_back(person_id, whole))'
    ],
    [
      'a colleague would bring back a member who is too close to a case',
      '(may_rejoin(person_id, whole) OR may_ask_back(person_id, whole))'
    ],
    [
      'the secretary of another cell would bring a house back to a case',
      `${ofCell} AND ${wasAsked}`,
      wasAsked
    ],
    ['a house would be brought back to a case that it never asked for', `${ofCell} AND ${wasAsked}`, ofCell],
    [
      'a house would be brought back to a case of which nothing is waiting',
      '(i.case_id = meeting_recusal.case_id)'
    ],
    ['a house would be brought back once the case was decided without it', "(i.state = 'waiting'::text)"],
    [
      'a house would be brought back once the meeting was closed',
      "(m.state = ANY (ARRAY['convened'::text, 'open'::text]))"
    ],
    ['that a house comes back would be asked in the name of a colleague', by('back_by')],
    ['the secretary would ask a house back in the name of somebody', 'ELSE (back_by IS NULL)', 'ELSE true'],
    ['a withdrawal would be ended in the name of a colleague', by('ended_by')],
    [
      'one person would bring their house back alone',
      "WHEN 'cell_member'::text THEN may_rejoin(person_id, whole)",
      "WHEN 'cell_member'::text THEN true"
    ],
    ['whoever asked that a house come back would confirm it as the secretary', `(back_by <> ${person})`],
    ['a house would be brought back for another reason than it gave', '(reason = back_reason)'],
    ['a house would be brought back behind the author who still sits', '(NOT seat_lives(person_id, org_id))']
  ]
)
