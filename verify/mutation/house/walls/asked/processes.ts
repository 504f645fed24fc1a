import type { Mistake } from '../../../mistake.ts'
import { inRole, inState, ofCase, unasked } from './predicate.ts'

const processes = 'tests/server/db/walls/policies/processes.test.ts'
const worker = 'tests/server/db/worker.role.test.ts'
const ofWorker = "(state = ANY (ARRAY['proposed'::text, 'expired'::text]))"
const called = "(state = ANY (ARRAY['convened'::text, 'cancelled'::text]))"
const moves = "(( SELECT ctx_role() AS ctx_role) = ANY (ARRAY['admin'::text, 'system'::text]))"

const ofTheWorker: readonly Mistake[] = [
  ...unasked('case_handing_known_to_worker on case_handing', processes, [
    ['whoever sends letters would read which house a person came to', 'using'],
    ['a proposal that nobody answered would stay open for ever', ofWorker, inState('proposed')],
    ['an answer that never came would be told to nobody', ofWorker, inState('expired')]
  ]),
  ...unasked('case_handing_lapses on case_handing', processes, [
    ['a proposal that lapsed would lapse again, on another day', 'using'],
    ['whoever sends letters would refuse a person for the house that is asked', 'with check']
  ]),
  ...unasked('meeting_of_letters on meeting', processes, [
    ['whoever sends letters would know of meetings that nobody has called yet', 'using'],
    ['that a meeting is called off would be written to nobody', called, inState('convened')],
    ['that a meeting is called would be written to nobody', called, inState('cancelled')]
  ]),
  ...unasked('organisation_proposal_counted on organisation_proposal', processes, [
    ['what two persons refused of a house would be read by whoever sends letters', 'using']
  ]),
  ...unasked('deadline_counted on deadline', worker, [
    ['every clock that any person ever had would be read by whoever sends letters', 'using']
  ]),
  ...unasked('referral_of_letters on referral', worker, [
    ['every referral would be known to whoever sends letters', 'using']
  ]),
  ...unasked('referral_event_of_letters on referral_event', worker, [
    ['what was answered under every referral would be known to whoever sends letters', 'using']
  ])
]

const ofFigures: readonly Mistake[] = [
  ...unasked('outbox_counted on outbox', processes, [
    ['whoever makes figures would read what is to be told to whom', 'using']
  ]),
  ...unasked('release_made on release', processes, [
    ['whoever makes figures would drop those that a person asked for', 'with check']
  ]),
  ...unasked('release_report_made on release_report', processes, [
    ['a report would be written under figures that came to nothing', "(r.state = 'asked'::text)"],
    [
      'a report would be written under other figures than those in the making',
      '(r.number = release_report.release)'
    ]
  ]),
  ...unasked('release_table_made on release_table', processes, [
    ['a table would be written under figures that came to nothing', "(r.state = 'asked'::text)"],
    [
      'a table would be written under other figures than those in the making',
      '(r.number = release_table.release)'
    ],
    ['a table that two persons left out would be published', '(release_table.id <> ALL (r.left_out))']
  ])
]

const ofTheClock: readonly Mistake[] = [
  ...unasked('firing_lease_of_clock on firing_lease', processes, [
    ['any organisation would hold a case back from its alarms', 'using']
  ]),
  ...unasked('deadline_setback_of_clock on deadline_setback', processes, [
    ['any organisation would put off the alarm of a case', 'using']
  ]),
  ...unasked('config_move_case_read on config_move_case', processes, [
    ['which cases were moved to other rules would be read by everybody', 'using'],
    ['whoever moves cases back would not find them', moves, inRole('admin')],
    ['the administration would not read which cases it moved', moves, inRole('system')]
  ]),
  ...unasked('config_move_case_written on config_move_case', processes, [
    ['an administrator would say by hand that a case was moved', inRole('system')],
    ['a case would be said to be moved in the course of another', ofCase]
  ]),
  ...unasked('config_move_case_undone on config_move_case', processes, [
    ['an administrator would say by hand that a case was moved back', inRole('system')],
    ['a case would be said to be moved back in the course of another', ofCase]
  ])
]

/** What the database asks of the worker, of whoever makes figures and of the clock. */
export const processPredicates: readonly Mistake[] = [...ofTheWorker, ...ofFigures, ...ofTheClock]
