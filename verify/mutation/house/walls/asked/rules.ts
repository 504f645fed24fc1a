import type { Mistake } from '../../../mistake.ts'
import { inFile } from '../../in-file.ts'
import { by, inRole, inState, ofOrg, org, person, unasked } from './predicate.ts'

const rules = 'tests/server/db/walls/rules.test.ts'
const isWriter = `(writers = ARRAY[${person}])`

/** The second wall, where PostgreSQL is taken away. */
const inCode: readonly Mistake[] = [
  ...inFile('server/protocols/read.ts', 'tests/server/db/walls/second.beside.test.ts', [
    [
      'a draft of a protocol would be read elsewhere but for PostgreSQL',
      'if (!isRead(row, reader))',
      'if (!isRead)'
    ]
  ]),
  ...inFile('server/organisations/list.ts', 'tests/server/db/walls/second.test.ts', [
    [
      'what is proposed of a house would be read by the cell of elsewhere but for PostgreSQL',
      '.filter((one) => readsProposal(actor, one))',
      ''
    ]
  ])
]

/** What the database asks of rules, protocols and directories. */
export const rulePredicates: readonly Mistake[] = [
  ...inCode,
  ...unasked('config_version_drafted on config_version', rules, [
    ['rules would be drafted by whoever only reads them', inRole('admin')],
    ['rules would be born published', inState('draft')],
    ['rules would be drafted in the name of a colleague', by('created_by')],
    ['whoever wrote the rules would not be among those who may not publish them', isWriter]
  ]),
  ...unasked('config_version_decided on config_version', rules, [
    ['rules would be withdrawn by whoever only reads them', 'using']
  ]),
  ...unasked('config_move_of_admin on config_move', rules, [
    ['cases would be moved to other rules by any organisation', 'with check']
  ]),
  ...unasked('local_protocol_drafted on local_protocol', rules, [
    ['a protocol would be prepared by the cell of elsewhere', 'prepares_protocol(territory)'],
    ['a protocol would be prepared in the name of a colleague', by('created_by')],
    ['a protocol would be prepared in the name of another house', ofOrg],
    ['a protocol would be born signed', inState('draft')],
    ['whoever wrote a protocol would not be among those who may not sign it', isWriter]
  ]),
  ...unasked('local_protocol_read on local_protocol', rules, [
    ['a draft of a protocol would be read by the courts of elsewhere', '(protocol_side(place) IS NOT NULL)']
  ]),
  ...unasked('local_protocol_decided on local_protocol', rules, [
    ['a protocol would be taken back by the cell of elsewhere', 'using']
  ]),
  ...unasked('local_protocol_signature_given on local_protocol_signature', rules, [
    ['a protocol would be signed in the name of another person', by('person_id')],
    ['a protocol would be signed in the name of another house', ofOrg],
    [
      'one side would sign a protocol for the other',
      '(protocol_side(p.place) = local_protocol_signature.side)'
    ]
  ]),
  ...unasked('court_referent_added on court_referent', rules, [
    ['a referent of a court would be named in the name of another person', by('verified_by')],
    ['a referent of a court would be named in the name of another house', `(verified_org = ${org})`],
    ['a referent of a court would be born removed', '(removed_at IS NULL)']
  ]),
  ...unasked('court_referent_verified on court_referent', rules, [
    ['the referent of a court would be changed by another court', 'using'],
    ['the referent of a court would be verified in the name of another', by('verified_by')]
  ]),
  ...unasked('asylum_occupancy_recorded on asylum_occupancy', rules, [
    ['how full the asylum scheme is would be said by whoever reads it', inRole('ofii')],
    ['how full the asylum scheme is would be said in the name of another', by('recorded_by')]
  ]),
  ...unasked('asylum_occupancy_corrected on asylum_occupancy', rules, [
    ['how full the asylum scheme is would be corrected by whoever reads it', 'using'],
    ['how full the asylum scheme is would be corrected in the name of another', by('recorded_by')]
  ]),
  ...unasked('settlement_added on settlement', rules, [
    ['a settlement would be added by a house that mediates nothing', inRole('school_mediation')],
    ['a settlement would be added by whoever does not manage access', 'manages(org_id)'],
    ['a settlement would be added in the name of a colleague', by('added_by')],
    ['a settlement would be born closed', '(closed_at IS NULL)']
  ]),
  ...unasked('settlement_closed on settlement', rules, [
    ['a settlement would be closed by its house in another role', inRole('school_mediation')],
    ['a settlement would be closed in the name of a colleague', by('closed_by')]
  ]),
  ...unasked('service_offer_said on service_offer', rules, [
    ['what a service offers would be said in the name of another', by('said_by')],
    ['a house that helps nobody would say that it does', 'offers_help(org_id)']
  ])
]
