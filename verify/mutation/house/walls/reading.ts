import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction, inPolicy, opened } from '../in-database.ts'

const walls = 'tests/server/db/walls.test.ts'
const parts = 'tests/server/db/parts.walls.test.ts'
const sight = 'tests/server/sight.walls.test.ts'
const emergency = 'tests/server/emergency/walls.test.ts'
const linked = 'tests/server/linked/walls.test.ts'
const isOver = '((p.until IS NULL) OR (p.until > ( SELECT wall_clock() AS wall_clock)))'
const begun = '(p.since <= ( SELECT wall_clock() AS wall_clock))'
const ours = '(p.org_id = ( SELECT ctx_org() AS ctx_org))'

/** Of a policy that asks for a part in the case: each thing that it asks. */
const ofPart = (policy: string, what: string): Mistake[] => [
  inDatabase(
    `${what} would be read on by an organisation whose part ended`,
    inPolicy(policy, isOver, 'true'),
    parts
  ),
  inDatabase(
    `${what} would be read by an organisation whose part has not begun`,
    inPolicy(policy, begun, 'true'),
    parts
  ),
  inDatabase(
    `${what} would be read by organisations that take no part`,
    inPolicy(policy, ours, 'true'),
    parts
  )
]

const seesItsClass = (table: string) => `may_see(p.case_id, p.capacity, ${table}.data_class)`

/** What each policy that reads a case asks of whoever reads. */
export const readingMistakes: readonly Mistake[] = [
  ...ofPart('case_by_participation on "case"', 'a case'),
  ...ofPart('compartment_by_class on compartment', 'a sealed value'),
  ...ofPart('identity_mark_by_class on identity_mark', 'a mark of an identity'),
  ...ofPart('deadline_with_case on deadline', 'a clock'),
  ...ofPart('referral_of_either_side on referral', 'a referral'),
  inDatabase(
    'a name would be opened to a capacity that does not see its class',
    inPolicy('compartment_by_class on compartment', seesItsClass('compartment'), 'true'),
    walls
  ),
  inDatabase(
    'a mark drawn from a name would be opened to who does not see it',
    inPolicy('identity_mark_by_class on identity_mark', seesItsClass('identity_mark'), 'true'),
    parts
  ),
  inDatabase(
    'every act of every case would be read by everybody',
    opened('case_event_with_case on case_event', 'using'),
    parts
  ),
  inDatabase(
    'what each person agreed to would be read by everybody',
    opened('consent_with_case on consent', 'using'),
    parts
  ),
  inDatabase(
    'who takes part in every case would be read by everybody',
    opened('participation_own_or_gate on participation', 'using'),
    parts
  ),
  inDatabase(
    'what was said under a referral would be read by everybody',
    opened('referral_event_with_referral on referral_event', 'using'),
    parts
  ),
  inDatabase(
    'the addresses that answer by link would be read by everybody',
    opened('referral_link_with_referral on referral_link', 'using'),
    'tests/server/db/own.walls.test.ts'
  ),
  inDatabase(
    'a class kept for minors would be seen of an adult',
    inFunction('may_see(uuid,text,text)', "(not s.minors_only or c.facts ->> 'ageGroup' <> 'adult')", 'true'),
    sight
  ),
  inDatabase(
    'a class would be seen without the consent that opens it',
    inFunction('may_see(uuid,text,text)', "c.facts -> 'consents' ? s.consent", 'true'),
    sight
  ),
  inDatabase(
    'what is opened for a missing child would be opened for a child who is there',
    inFunction('may_see(uuid,text,text)', "c.facts -> 'missing' = 'true'", 'true'),
    sight
  ),
  inDatabase(
    'what one person opened in an emergency would be read by their colleagues',
    inFunction('opened_in_emergency(uuid,text)', 'g.person_id = (select ctx_person())', 'true'),
    emergency
  ),
  inDatabase(
    'an emergency access would open another role of the same person',
    inFunction('opened_in_emergency(uuid,text)', 'g.role = (select ctx_role())', 'true'),
    emergency
  ),
  inDatabase(
    'an emergency access would never close',
    inFunction('opened_in_emergency(uuid,text)', 'g.until > (select public.wall_clock())', 'true'),
    emergency
  ),
  inDatabase(
    'an emergency access would open every class',
    inFunction('opened_in_emergency(uuid,text)', 'p_class = any (g.classes)', 'true'),
    emergency
  ),
  inDatabase(
    'an emergency access would outlive the part in the case',
    inFunction('opened_in_emergency(uuid,text)', 'public.takes_part(p_case, g.capacity)', 'true'),
    emergency
  ),
  inDatabase(
    'an emergency access that was refused would stay open',
    inFunction('opened_in_emergency(uuid,text)', "g.state in ('open', 'confirmed')", 'true'),
    emergency
  ),
  inDatabase(
    'a place would be opened to the police that said themselves that there is danger',
    inFunction('danger_told_by_another(uuid)', 'e.org_id <> (select ctx_org())', 'true'),
    emergency
  ),
  inDatabase(
    'that somebody opened a case would be read by everybody',
    opened('glass_opening_of_those_concerned on glass_opening', 'using'),
    emergency
  ),
  inDatabase(
    'the clock of an emergency access would tell others that there was one',
    opened('deadline_of_opening_alone on deadline', 'using'),
    emergency
  ),
  inDatabase(
    'a link between two persons would be read by who sees one of them',
    inPolicy('case_link_by_both on case_link', 'sees_class(high_id, data_class)', 'true'),
    linked
  ),
  inDatabase(
    'a link between two persons would be read by who sees the other',
    inPolicy('case_link_by_both on case_link', 'sees_class(low_id, data_class)', 'true'),
    linked
  )
]
