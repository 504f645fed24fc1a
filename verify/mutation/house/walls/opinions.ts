import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const opinions = 'tests/server/db/walls/opinions.test.ts'
const counted = 'tests/server/db/walls/opinions.counted.test.ts'
const heard = 'tests/server/meetings/counted.test.ts'
const apart = 'tests/server/db/walls/second.withdrawn.test.ts'
const ties = 'tests/server/meetings/withdrawal/ties.test.ts'

const lost = (why: string, signature: string, text: string, instead = 'false') =>
  inDatabase(why, inFunction(signature, text, instead), opinions)
const counts = (why: string, text: string, instead: string, signature = 'first_opinions(uuid)') =>
  inDatabase(why, inFunction(signature, text, instead), counted)

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
  lost(
    'who is close to a case would give an opinion on it',
    'opinion_refused(text)',
    'close_as(ctx_case(), ctx_person())'
  ),
  lost('who flagged would judge their own flag', 'close_as(uuid, uuid)', 'e.person_id = p_person'),
  lost(
    'the house that flagged would judge its flag',
    'close_houses(uuid)',
    "e.case_id = p_case and e.command = 'case.flag'"
  ),
  lost(
    'who accompanies the person would judge the grounds',
    'close_houses(uuid)',
    "p.capacity = 'referent' and p.until is null"
  ),
  lost(
    'who works for a house that is close would give an opinion for another',
    'close_as(uuid, uuid)',
    'm.person_id = p_person'
  ),
  lost('who withdrew would give an opinion', 'close_as(uuid, uuid)', 'r.person_id = p_person'),
  lost(
    'who works for a house that withdrew would give an opinion for another',
    'close_houses(uuid)',
    'r.whole and r.ended_at is null'
  ),
  counts('an opinion would count whose author lost the seat', 'seat_lives(o.person_id, o.house)', 'true'),
  counts(
    'an opinion would count of a house that takes part no more',
    '(p.until is null or p.until > wall_clock())',
    'true'
  ),
  counts(
    'an opinion would count whose author something ties to the case since',
    'not close_as(p_case, o.person_id)',
    'true'
  ),
  counts(
    'a house whose opinion counts no more would give no other',
    'o.counts and o.house = ctx_org()',
    'o.house = ctx_org()',
    'opinion_refused(text)'
  ),
  counts('the oldest opinion of a house would be answered', 'e.org_id, e.seq desc) o', 'e.org_id, e.seq) o'),
  counts(
    'one contrary opinion would hold off a second one for ever',
    'partition by o.house order by o.seq desc',
    'order by o.seq desc'
  ),
  lost(
    'one house would give two opinions',
    'opinion_refused(text)',
    'o.house = ctx_org() and o.person_id <> ctx_person()'
  ),
  lost(
    'one person would give both opinions',
    'opinion_refused(text)',
    'o.person_id <> ctx_person() and o.house <> ctx_org()',
    'o.house <> ctx_org()'
  ),
  lost(
    'one house would give both opinions',
    'opinion_refused(text)',
    'o.person_id <> ctx_person() and o.house <> ctx_org()',
    'o.person_id <> ctx_person()'
  ),
  lost(
    'a second opinion would answer one that said the contrary',
    'opinion_refused(text)',
    "case p_command when 'grounds.positive' then 'positive' else 'insufficient' end",
    "case when ctx_role() is null then 'none' else 'positive' end"
  ),
  lost(
    'an opinion that was taken back would be answered',
    'first_opinions(uuid)',
    'e.struck_by is null',
    'true'
  ),
  lost('an opinion would be answered twice', 'first_opinions(uuid)', 'l.seq > e.seq'),
  lost(
    'a finding that was only written down would answer an opinion',
    'first_opinions(uuid)',
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
  ...inFile('workflows/facts/opinions.ts', heard, [
    [
      'an opinion would strike out what other houses had said',
      'firstVoices(before).filter(({ orgId }) => orgId !== voice.orgId)',
      '[]'
    ],
    [
      'a house would hold two opinions',
      'firstVoices(before).filter(({ orgId }) => orgId !== voice.orgId)',
      'firstVoices(before)'
    ]
  ]),
  ...inFile('policies/requirements/voices.ts', heard, [
    [
      'the code would count an opinion whose author left',
      'personId === one.personId && orgId === one.orgId',
      'personId === one.orgId && orgId === one.personId'
    ],
    [
      'that an opinion fell would tell what ties its author to the person, to who may not know whence she came',
      'return missing[said[0]!.opinion]',
      'return sameInstitution'
    ]
  ]),
  ...inFile('server/disclosure/snapshot.ts', heard, [
    ['a button would count an opinion whose author left', 'fallen: found.fallen', 'fallen: []']
  ]),
  ...inFile('server/reading/action.ts', heard, [
    [
      'who confirms an opinion would read the contrary one',
      "(input['opinion'] === opinion &&",
      "(input['opinion'] !== '' &&"
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
