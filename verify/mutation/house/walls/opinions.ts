import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const opinions = 'tests/server/db/walls/opinions.test.ts'
const apart = 'tests/server/db/walls/second.withdrawn.test.ts'
const ties = 'tests/server/meetings/ties.test.ts'

const lost = (why: string, signature: string, text: string, instead = 'false') =>
  inDatabase(why, inFunction(signature, text, instead), opinions)

/** What PostgreSQL asks of an opinion between two meetings, and whom a withdrawal takes along. */
export const opinionMistakes: readonly Mistake[] = [
  inDatabase(
    'PostgreSQL would take any opinion between two meetings',
    'drop trigger opinion_kept on case_event',
    opinions
  ),
  lost(
    'an opinion would be given in the name of a colleague',
    'opinion_kept()',
    '(new.person_id, new.org_id, new.role) is distinct from (ctx_person(), ctx_org(), ctx_role())'
  ),
  lost(
    'an opinion would be given from a seat that ended',
    'opinion_refused(text)',
    'not seat_lives(ctx_person(), ctx_org())'
  ),
  lost(
    'another cell would give an opinion',
    'opinion_refused(text)',
    "not takes_part(ctx_case(), case ctx_role() when 'cell_secretary' then 'cell' else 'cell_member' end)"
  ),
  lost('who is close to a case would give an opinion on it', 'opinion_refused(text)', 'close_to(ctx_case())'),
  lost('who flagged would judge their own flag', 'close_to(uuid)', 'e.person_id = ctx_person()'),
  lost('the house that flagged would judge its flag', 'close_to(uuid)', 'house_today(e.org_id) = ctx_org()'),
  lost(
    'who accompanies the person would judge the grounds',
    'close_to(uuid)',
    "p.capacity = 'referent' and p.until is null and p.org_id = ctx_org()"
  ),
  lost(
    'who works for a house that is close would give an opinion for another',
    'close_to(uuid)',
    't.person_id = ctx_person()'
  ),
  lost('who withdrew would give an opinion', 'close_to(uuid)', 'withdrew(p_case)'),
  lost(
    'one house would give two opinions',
    'opinion_refused(text)',
    'spoken.org_id = ctx_org() and spoken.person_id <> ctx_person()'
  ),
  lost(
    'one person would give both opinions',
    'opinion_refused(text)',
    'spoken.person_id = ctx_person() or spoken.org_id = ctx_org()',
    'spoken.org_id = ctx_org()'
  ),
  lost(
    'one house would give both opinions',
    'opinion_refused(text)',
    'spoken.person_id = ctx_person() or spoken.org_id = ctx_org()',
    'spoken.person_id = ctx_person()'
  ),
  lost(
    'a second opinion would answer one that said the contrary',
    'opinion_refused(text)',
    "spoken.opinion is distinct from (case p_command when 'grounds.positive' then 'positive' else 'insufficient' end)",
    'spoken.opinion is null'
  ),
  lost(
    'an opinion that was taken back would be answered',
    'first_opinion(uuid)',
    'e.struck_by is null',
    'true'
  ),
  lost('an opinion would be answered twice', 'first_opinion(uuid)', 'l.seq > e.seq'),
  lost('the oldest opinion would be answered', 'first_opinion(uuid)', 'e.seq desc limit 1', 'e.seq limit 1'),
  lost(
    'a finding that was only written down would answer an opinion',
    'first_opinion(uuid)',
    "not l.unusual && array['older', 'kept']",
    'true'
  ),
  inDatabase(
    'who works for a house that withdrew would read the case from another seat',
    inFunction('withdrew(uuid)', 'w.org_id = r.org_id', 'false'),
    ties
  ),
  inDatabase(
    'who left a house that withdrew would stay kept from the case',
    inFunction('withdrew(uuid)', '(w.until is null or w.until > wall_clock())', 'true'),
    ties
  ),
  ...inFile('server/cases/store.ts', apart, [
    [
      'a case would be opened by the code to who withdrew from it',
      "where ${which} and ${unlessWithdrew('p')} and",
      'where ${which} and'
    ],
    [
      'a list would hold a case for who withdrew from it',
      "held.includes('cell_member') ? `${spoken} and ${unlessWithdrew(part)}` : spoken",
      'spoken'
    ]
  ]),
  ...inFile('server/meetings/item.view.ts', ties, [
    [
      'who is kept from a case would not be told that it is looked at without them',
      'return kept && !conducts ?',
      'return kept && conducts ?'
    ]
  ])
]
