import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction, inPolicy, opened } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const own = 'tests/server/db/own.walls.test.ts'
const meetings = 'tests/server/meetings/withdrawal/sight.test.ts'
const configuration = 'tests/server/configuration/configuration.test.ts'
const unsigned = 'tests/server/protocols/unsigned.test.ts'
const places = 'tests/server/places/places.test.ts'
const directories = 'tests/server/directories/directories.test.ts'

/** What the database asks around the cases: places, meetings, notices, rules, directories. */
export const besideMistakes: readonly Mistake[] = [
  inDatabase(
    'every place would be shown to every organisation',
    opened('place_of_desk_or_own on place', 'using'),
    own
  ),
  inDatabase(
    'a place of another structure could be closed or changed',
    opened('place_kept_by_owner on place', 'using'),
    own
  ),
  inDatabase(
    'two persons could be promised one bed',
    'drop index stay_one_active_for_a_place',
    'tests/server/places/places.offer.test.ts'
  ),
  inDatabase(
    'one person could hold two places while another waits',
    'drop index stay_one_held_for_a_person',
    'tests/server/db/constraints.test.ts'
  ),
  inDatabase(
    'one person could be said to sleep in two beds',
    'drop index stay_one_bed_for_a_person',
    'tests/server/db/constraints.test.ts'
  ),
  inDatabase(
    'the address of any place could be overwritten by another structure',
    inFunction('keep_address(uuid,bytea)', ' and org_id = ctx_org()', ''),
    own
  ),
  inDatabase(
    'which places are taken would be told to everybody',
    inFunction('taken_places()', ' and (p.org_id = ctx_org() or p.kind = desk_pool())', ''),
    own
  ),
  inDatabase(
    'a place out of service would be offered',
    inFunction('place_owner(uuid,text)', ' and p.out_of_service is null', ''),
    places
  ),
  inDatabase(
    'a person would be referred twice to one recipient',
    'drop index referral_one_unanswered_for_sides_and_case',
    'tests/server/db/constraints.test.ts'
  ),
  inDatabase(
    'a meeting would be read by a member who was not convened',
    inFunction('is_convened(uuid)', ' and person_id = ctx_person()', ''),
    meetings
  ),
  inDatabase(
    'a meeting would be read by the secretary of another cell',
    inPolicy(
      'meeting_of_cell_or_convened on meeting',
      "WHEN 'cell_secretary'::text THEN (org_id = ( SELECT ctx_org() AS ctx_org))",
      "WHEN 'cell_secretary'::text THEN true"
    ),
    meetings
  ),
  inDatabase(
    'a decision could be rewritten after the meeting',
    'drop trigger meeting_item_frozen on meeting_item',
    'tests/server/meetings/decision.test.ts'
  ),
  inDatabase(
    'a notice would be read by another organisation',
    inPolicy('notice_own on notice', '(org_id = ( SELECT ctx_org() AS ctx_org))', 'true'),
    own
  ),
  inDatabase('anybody could be told anything', opened('notice_told on notice', 'with check'), own),
  inDatabase(
    'a draft of the rules would be read outside the administration',
    opened('config_version_read on config_version', 'using'),
    configuration
  ),
  inDatabase(
    'whoever wrote the rules could publish them alone',
    'alter table config_version drop constraint config_version_published_by_another; drop trigger config_version_kept on config_version',
    'tests/server/configuration/draft.test.ts'
  ),
  inDatabase(
    'the rules under which cases live could change after they were published',
    'drop trigger config_version_kept on config_version',
    configuration
  ),
  inDatabase(
    'a protocol would be signed twice by one person',
    'alter table local_protocol_signature drop constraint local_protocol_signature_one_person_one_side',
    unsigned
  ),
  inDatabase(
    'a protocol could change once it was signed',
    'drop trigger local_protocol_kept on local_protocol',
    unsigned
  ),
  inDatabase(
    'a draft of a protocol would be read elsewhere',
    opened('local_protocol_read on local_protocol', 'using'),
    'tests/server/db/walls/rules.test.ts'
  ),
  inDatabase(
    'the referent of a court would be written by another court',
    opened('court_referent_added on court_referent', 'with check'),
    directories
  ),
  inDatabase(
    'how full the asylum scheme is would be told to everybody',
    opened('asylum_occupancy_read on asylum_occupancy', 'using'),
    directories
  ),
  inDatabase(
    'the offer of a service would be written by who does not manage its access',
    inPolicy('service_offer_said on service_offer', 'manages(org_id)', 'true'),
    'tests/server/directories/offers.test.ts'
  ),
  inDatabase(
    'a settlement where people live would be read by every organisation that mediates',
    inPolicy('settlement_of_own on settlement', '(org_id = ( SELECT ctx_org() AS ctx_org))', 'true'),
    'tests/server/directories/settlements.test.ts'
  ),
  inDatabase(
    'that somebody is handed on would be read by every association',
    inPolicy(
      'case_handing_of_either_side on case_handing',
      '(( SELECT ctx_org() AS ctx_org) = to_org_id)',
      'true'
    ),
    own
  ),
  inDatabase(
    'a case would be proposed to two associations at once',
    'drop index case_handing_open',
    'tests/server/db/constraints.test.ts'
  ),
  ...inFile('server/meetings/minutes.ts', 'tests/server/meetings/withdrawal/alone.test.ts', [
    [
      'a quorum would be said to be reached by who was called for one case alone',
      'attended(member) && !member.standsIn',
      'attended(member)'
    ]
  ])
]
