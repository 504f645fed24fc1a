import type { Mistake } from '../../../mistake.ts'
import { inDatabase, inPolicy, opened } from '../../in-database.ts'
import { inFile } from '../../in-file.ts'
import { by, inRole, inState, org, unasked } from './predicate.ts'

const beside = 'tests/server/db/walls/policies/beside.test.ts'
const parts = 'tests/server/db/parts.walls.test.ts'
const emergency = 'tests/server/emergency/walls.test.ts'
const acts = 'tests/server/db/walls.alone.acts.test.ts'
const reading = 'tests/server/db/walls.alone.test.ts'
const two = 'tests/server/db/walls/two-walls.test.ts'
const takesPart = 'takes_part(case_id, NULL::text)'
const entered = 'entered_act(case_id, seq)'

const ofCases: readonly Mistake[] = [
  ...unasked('case_handing_of_either_side on case_handing', beside, [
    ['that a person is proposed would be read in the name of any house', `(${org} = from_org_id)`],
    ['that a person is proposed would be read by her house in every role', inRole('asso')]
  ]),
  ...unasked('undo_request_withdrawn on undo_request', beside, [
    ['that an act be undone would be taken back outside any act of its case', 'using'],
    ['a request to undo an act that was declined would be taken back', inState('asked')],
    ['that an act be undone would be taken back by who takes part no more', takesPart],
    [
      'that an act be undone would be taken back by a house that did not enter it',
      `${takesPart} AND ${entered}`,
      takesPart
    ],
    ['that an act be undone would be taken back in the name of a colleague', by('settled_by')],
    ['whoever asked that an act be undone would say that it was', inState('withdrawn')]
  ]),
  ...unasked('deadline_trace_with_clock on deadline_trace', beside, [
    ['what the clocks of a person were would be read by everybody', 'using']
  ]),
  ...unasked('deadline_of_opening on deadline', parts, [
    ['every clock of every person would be read by everybody', 'using']
  ]),
  ...unasked('deadline_of_opening on deadline', emergency, [
    [
      'data protection would not see how long an emergency access stays open',
      "(code = 'MNIO-GLASS'::text)",
      'false'
    ]
  ]),
  ...unasked('glass_opening_of_place_told_by_another on glass_opening', emergency, [
    [
      'where a person is housed would be opened on the word of one house alone',
      'danger_told_by_another(case_id)'
    ]
  ]),
  ...unasked('referral_of_either_side on referral', parts, [
    ['a referral would be read by every house, as if it had been sent to it', `(recipient_org_id = ${org})`]
  ])
]

const ofHouses: readonly Mistake[] = [
  ...unasked('place_added_by_owner on place', beside, [
    ['a place would be added to another house, and people sent to it', 'with check']
  ]),
  ...unasked('local_protocol_signature_read on local_protocol_signature', beside, [
    ['who signed a draft of a protocol would be read by everybody', 'using']
  ]),
  ...unasked('court_referent_read on court_referent', beside, [
    ['how a prosecutor’s referent is reached would be read by everybody', 'using']
  ]),
  ...unasked('service_offer_read on service_offer', beside, [
    ['what services offer would be read without an access', `(${org} IS NOT NULL)`],
    ['a house that helps nobody any more would stand in the directory', 'offers_help(org_id)']
  ]),
  ...unasked('service_offer_said_again on service_offer', beside, [
    ['what a service offers would be rewritten by whoever does not manage access', 'using'],
    ['what a service offers would be said again in the name of another', by('said_by')],
    ['what is offered by a house that helps nobody would be said again', 'offers_help(org_id)']
  ])
]

/** What a wall lets through that is asked alone, with the other taken away. */
const alone: readonly Mistake[] = [
  ...inFile('server/cases/store.ts', reading, [
    [
      'a case would be opened to every house but for PostgreSQL',
      'and org_id = $2 and since',
      'and $2::uuid is not null and since'
    ],
    [
      'a case would be opened before a part begins but for PostgreSQL',
      'and since <= (select wall_clock()) and (until',
      'and (until'
    ],
    [
      'a case would be opened after a part has ended but for PostgreSQL',
      ' and (until is null or until > (select wall_clock()))`',
      '`'
    ]
  ]),
  ...inFile('server/referrals/store.ts', reading, [
    [
      'a referral would be read by any house but for PostgreSQL',
      "if (!row || !abilityFor(actor).can('read', subjectOf(row)))",
      'if (!row)'
    ]
  ]),
  ...inFile('server/reading/deadlines.routes.ts', reading, [
    [
      'the clocks of every case would be listed but for PostgreSQL',
      'from participation p where p.org_id = $1 and',
      'from participation p where $1::uuid is not null and'
    ]
  ]),
  ...inFile('server/referrals/boxes.ts', reading, [
    [
      'referrals of others would stand in every box but for PostgreSQL',
      'where: `${side} = $1${view',
      'where: `$1::uuid is not null${view'
    ]
  ]),
  inDatabase(
    'a stranger to a case would stop its clocks',
    inPolicy('deadline_with_case on deadline', inRole('system'), 'true'),
    acts
  ),
  inDatabase(
    'a house would give itself the part of who accompanies a person',
    opened('participation_own_or_gate on participation', 'with check'),
    acts
  ),
  ...['notice_read', 'mail_call', 'asylum_occupancy'].map((table) =>
    inDatabase(
      `no wall of PostgreSQL would stand around ${table}, and nobody would know`,
      `alter table ${table} disable row level security`,
      two
    )
  )
]

/** What the database asks beside a case, and of the walls that are asked alone. */
export const besidePredicates: readonly Mistake[] = [...ofCases, ...ofHouses, ...alone]
