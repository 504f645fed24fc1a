import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction, inPolicy, opened } from '../in-database.ts'

const outside = 'tests/server/db/parts.walls.test.ts'
const emergency = 'tests/server/emergency/walls.test.ts'
const linked = 'tests/server/linked/walls.test.ts'

/** What a mistake would let the application write outside an act of the case: by policy, what it would do. */
const unwritten: [policy: string, why: string][] = [
  ['participation_own_or_gate on participation', 'an organisation could let itself into any case'],
  ['case_by_participation on "case"', 'any case could be rewritten by whoever reads it'],
  ['case_event_with_case on case_event', 'an act could be added to a case from outside it'],
  ['compartment_written_by_gate on compartment', 'a sealed value could be put into another case'],
  ['identity_mark_written_by_gate on identity_mark', 'a person could be made to look like another'],
  ['consent_with_case on consent', 'a person could be said to have agreed, from outside the case'],
  ['stay_by_class on stay', 'a person could be said to sleep where they do not'],
  ['referral_of_either_side on referral', 'a person could be referred by who does not act in the case'],
  ['referral_event_with_referral on referral_event', 'an answer could be put under a referral of others'],
  ['deadline_with_case on deadline', 'a person’s day could be moved from outside the case']
]

/** What each policy that writes asks, and what nobody may change. */
export const writingMistakes: readonly Mistake[] = [
  ...unwritten.map(([policy, why]) => inDatabase(why, opened(policy, 'with check'), outside)),
  inDatabase('the log of a person could be rewritten', 'grant update on case_event to mnio_app', outside),
  inDatabase('the log of a person could be emptied', 'grant delete on case_event to mnio_app', outside),
  inDatabase('a consent could be removed', 'grant delete on consent to mnio_app', outside),
  inDatabase('a consent could be changed after it was given', 'grant update on consent to mnio_app', outside),
  inDatabase('a sealed value could be removed', 'grant delete on compartment to mnio_app', outside),
  inDatabase('a sealed value could be replaced', 'grant update on compartment to mnio_app', outside),
  inDatabase('a case could be removed', 'grant delete on "case" to mnio_app', outside),
  inDatabase(
    'a part in a case could vanish without a trace',
    'grant delete on participation to mnio_app',
    outside
  ),
  inDatabase(
    'the address of a shelter could be read by whatever serves pages',
    'grant select on place_address to mnio_app',
    outside
  ),
  inDatabase(
    'an emergency access could be opened in the name of a colleague',
    inPolicy(
      'glass_opening_by_who_takes_part on glass_opening',
      '(person_id = ( SELECT ctx_person() AS ctx_person))',
      'true'
    ),
    emergency
  ),
  inDatabase(
    'an emergency access could be opened by who takes no part in the case',
    inPolicy('glass_opening_by_who_takes_part on glass_opening', 'takes_part(case_id, capacity)', 'true'),
    emergency
  ),
  inDatabase(
    'an emergency access could be born confirmed',
    inPolicy('glass_opening_by_who_takes_part on glass_opening', "(state = 'open'::text)", 'true'),
    emergency
  ),
  inDatabase(
    'whoever opened a case in an emergency could confirm it themselves',
    'alter table glass_opening drop constraint glass_opening_two_people',
    emergency
  ),
  inDatabase(
    'an emergency access could open more than its capacity ever may',
    'alter table glass_opening drop constraint glass_opening_within_sight',
    emergency
  ),
  inDatabase(
    'an emergency access that was settled could be settled anew',
    'drop trigger glass_opening_frozen on glass_opening',
    emergency
  ),
  inDatabase(
    'a place could be opened in an emergency to others than the police',
    'alter table glass_opening drop constraint glass_opening_place_for_police',
    emergency
  ),
  inDatabase(
    'two persons could be linked by who sees one of them alone',
    inPolicy('case_link_made on case_link', 'sees_class(high_id, data_class)', 'true'),
    linked
  ),
  inDatabase(
    'a link could be made in the name of another organisation',
    inPolicy('case_link_made on case_link', '(made_org = ( SELECT ctx_org() AS ctx_org))', 'true'),
    'tests/server/db/own.walls.test.ts'
  ),
  inDatabase(
    'a link of an operation could bear a class that more people see',
    'alter table case_link drop constraint case_link_class_of_kind',
    linked
  ),
  inDatabase(
    'a link could be ended by an organisation that neither made it nor decides',
    inPolicy('case_link_ended on case_link', '(made_org = ( SELECT ctx_org() AS ctx_org))', 'true'),
    linked
  ),
  inDatabase(
    'an act could be struck by an organisation that takes no part',
    inFunction(
      'strike_act(integer,integer,text,timestamp with time zone)',
      'not takes_part(ctx_case(), null)',
      'false'
    ),
    'tests/server/repair/strike.walls.test.ts'
  ),
  inDatabase(
    'what was proposed of a person could be erased by whoever asks',
    inFunction('erase_handings()', "ctx_role() is distinct from 'system' or ctx_case() is null", 'false'),
    'tests/server/handing/ending.walls.test.ts'
  ),
  inDatabase(
    'what was proposed of a person could be ended by who takes no part',
    inFunction(
      'end_handings(timestamp with time zone)',
      "ctx_case() is null or not (ctx_role() = 'system' or takes_part(ctx_case(), null))",
      'false'
    ),
    'tests/server/handing/ending.walls.test.ts'
  ),
  ...(['lapsed', 'refused'] as const).map((state) =>
    inDatabase(
      `an emergency access that was ${state} could be confirmed afterwards, and open again`,
      `create or replace trigger glass_opening_frozen before update of state, until, settled_at, settled_by, refusal on glass_opening
       for each row when (old.state not in ('open', '${state}')) execute function refuse_change()`,
      emergency
    )
  ),
  inDatabase(
    'an emergency access that is over could be made to last',
    `create or replace trigger glass_opening_frozen before update of state on glass_opening
     for each row when (old.state <> 'open') execute function refuse_change()`,
    emergency
  )
]
