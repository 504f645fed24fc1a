import type { Mistake } from '../../../mistake.ts'
import { by, inRole, inState, unasked } from './predicate.ts'

const access = 'tests/server/db/walls/access.test.ts'
const figures = 'tests/server/db/walls/figures.test.ts'

const ofHouses: readonly Mistake[] = [
  ...unasked('invitation_read on invitation', access, [
    ['whom an organisation invited would be read by another', 'using']
  ]),
  ...unasked('invitation_changed on invitation', access, [
    ['an invitation that was taken back would get new days', '(withdrawn_at IS NULL)'],
    ['an invitation would be sent again by whoever reads it', '(manages(org_id) OR administers())']
  ]),
  ...unasked('invitation_made on invitation', access, [
    ['somebody would be invited in the name of a colleague', by('invited_by')],
    ['an invitation would be born used, and count as an access', '(used_at IS NULL)'],
    ['an invitation would be born taken back', '(withdrawn_at IS NULL)']
  ]),
  ...unasked('organisation_proposal_made on organisation_proposal', access, [
    ['any organisation would propose that another be accredited', 'administers()'],
    ['a proposal would be made in the name of another, who would then confirm their own', by('proposed_by')],
    ['a proposal would be born confirmed', inState('waiting')],
    ['a seat of the cell would be proposed by whoever does not manage access', 'manages(org_id)'],
    ['a proposed seat would be another role than a seat', "(role = 'cell_member'::text)"]
  ]),
  ...unasked('organisation_proposal_read on organisation_proposal', access, [
    [
      'a proposed seat would be read by the cell of elsewhere',
      'confirms_seat(org_id, kind, role)',
      "(kind = 'invite')"
    ],
    [
      'a proposed way out would be read by the prefecture of elsewhere',
      'confirms_regime(org_id, regime)',
      '(regime is not null)'
    ],
    ['a proposed seat would be read by whoever does not manage access', 'manages(org_id)']
  ]),
  ...unasked('organisation_proposal_settled on organisation_proposal', access, [
    ['any organisation would settle what was proposed of another', 'administers()'],
    ['a proposal would be settled in the name of another', by('settled_by')]
  ]),
  ...unasked('access_review_made on access_review', access, [
    ['whoever does not manage access would say that it was looked at', 'manages(org_id)'],
    ['that access was looked at would be said in the name of a colleague', by('made_by')]
  ]),
  ...unasked('access_review_read on access_review', access, [
    ['when an organisation looked at its access would be read by another', 'using']
  ])
]

const ofFigures: readonly Mistake[] = [
  ...unasked('exact_export_asked on exact_export', figures, [
    ['exact counts would be asked for by whoever only reads figures', inRole('miprof')],
    ['exact counts would be asked for in the name of a colleague', by('asked_by')],
    ['exact counts would be allowed as they are asked for', inState('waiting')]
  ]),
  ...unasked('exact_export_read on exact_export', figures, [
    ['why exact counts were asked for would be read by everybody', 'using']
  ]),
  ...unasked('exact_export_settled on exact_export', figures, [
    ['exact counts would be allowed by whoever only reads figures', 'using'],
    ['exact counts would be allowed in the name of a third person', by('settled_by')],
    [
      'exact counts would be allowed for a purpose of last year',
      "((state <> 'allowed'::text) OR (settled_at < (asked_at + '14 days'::interval)))"
    ],
    ['a request for exact counts would be settled and go on waiting', "(state <> 'waiting'::text)"]
  ]),
  ...unasked('release_asked on release', figures, [
    ['figures would be prepared by whoever only reads them', inRole('miprof')],
    ['figures would be prepared in the name of a colleague, who would be two persons', by('asked_by')],
    ['figures would be born published', inState('asked')]
  ]),
  ...unasked('release_answered on release', figures, [
    ['figures would be dropped by whoever only reads them', 'using']
  ]),
  ...unasked('release_report_read on release_report', figures, [
    ['what was left out of the figures would be read by everybody', 'using']
  ]),
  ...unasked('administrative_figure_entered on administrative_figure', figures, [
    ['a figure of others would be entered in the name of a colleague', by('entered_by')],
    ['a figure of others would be entered as one that was replaced', '(replaced_at IS NULL)']
  ]),
  ...unasked('administrative_figure_read on administrative_figure', figures, [
    ['figures of others that are not published would be read by everybody', 'using']
  ]),
  ...unasked('administrative_figure_replaced on administrative_figure', figures, [
    ['a figure of others would be replaced by whoever only reads it', 'using']
  ])
]

/** What the database asks of access, proposals and figures. */
export const accessPredicates: readonly Mistake[] = [...ofHouses, ...ofFigures]
