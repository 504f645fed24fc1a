import type { Mistake } from '../../../mistake.ts'
import { inDatabase } from '../../in-database.ts'

const tried = 'tests/server/db/walls/rights.test.ts'
const catalogue = 'tests/server/http/catalogue.test.ts'

const audit = 'append_audit(text,timestamptz,uuid,uuid,text,text,text,text,text)'

type Called = [call: string, why: string]
const callable = (to: string, seen: string, calls: readonly Called[]): Mistake[] =>
  calls.map(([call, why]) => inDatabase(why, `grant execute on function ${call} to ${to}`, seen))

/** Functions of the owner’s that whoever reaches the database could call. */
const byAnybody: Called[] = [
  [audit, 'anybody who reaches the database could write into the journal'],
  ['readers_of(uuid,uuid)', 'anybody who reaches the database would read who reads a case'],
  ['invitation_known(uuid)', 'anybody who reaches the database would read who was invited'],
  ['link_known(uuid)', 'anybody who reaches the database would read what a link opens'],
  ['calendar_known(text)', 'anybody who reaches the database would read whose calendar it is'],
  ['exact_cells(uuid)', 'anybody who reaches the database would read exact figures'],
  ['keep_address(uuid,bytea)', 'anybody who reaches the database could move a shelter'],
  ['merge_organisation(uuid,uuid)', 'anybody who reaches the database could merge two houses'],
  ['erase_identity()', 'anybody who reaches the database could erase who a person is'],
  ['erase_sealed(jsonb)', 'anybody who reaches the database could erase what is sealed of a person'],
  ['strike_act(integer,integer,text,timestamptz)', 'anybody who reaches the database could strike an act'],
  ['take_lead()', 'anybody who reaches the database could take the lead of a team']
]

/** Functions that one role has for its work, and another would have for none. */
const byWorker: Called[] = [
  ['exact_cells(uuid)', 'whoever sends letters would read exact figures'],
  ['keep_address(uuid,bytea)', 'whoever sends letters could move a shelter'],
  ['merge_organisation(uuid,uuid)', 'whoever sends letters could merge two houses'],
  ['bind_invitation(uuid,integer,text)', 'whoever sends an invitation could take it up'],
  ['link_known(uuid)', 'whoever sends a link would read what it opens'],
  ['strike_act(integer,integer,text,timestamptz)', 'whoever sends letters could strike an act'],
  ['erase_sealed(jsonb)', 'whoever sends letters could erase what is sealed of a person'],
  ['taken_places()', 'whoever sends letters would read which beds are taken']
]
const byStats: Called[] = [
  [audit, 'whoever makes figures could write into the journal'],
  ['readers_of(uuid,uuid)', 'whoever makes figures would read who reads a case'],
  ['may_see(uuid,text,text)', 'whoever makes figures would ask of each case who sees it'],
  ['audited_code(text)', 'whoever makes figures would read by which code the journal knows a person'],
  ['enqueue_release(integer)', 'whoever makes figures could ask for more of them']
]
const byLocation: Called[] = [
  ['place_owner(uuid)', 'whoever shows an address would read whose it is'],
  ['taken_places()', 'whoever shows an address would read whether somebody sleeps there'],
  ['readers_of(uuid,uuid)', 'whoever shows an address would read who reads a case'],
  ['keep_address(uuid,bytea)', 'whoever shows an address could change it by its function']
]
const byApp: Called[] = [
  ['let_time_pass(timestamptz)', 'a request could let time pass'],
  ['forget_exact_cells()', 'a request could remove exact figures that wait to be read']
]

export const calledMistakes: readonly Mistake[] = [
  ...callable('public', catalogue, byAnybody),
  ...callable('mnio_worker', tried, byWorker),
  ...callable('mnio_stats', tried, byStats),
  ...callable('mnio_location', tried, byLocation),
  ...callable('mnio_app', tried, byApp),
  inDatabase(
    'whoever serves pages would read the life of each person as figures do',
    'grant usage on schema stat to mnio_app; grant execute on function stat.life_of(uuid[]) to mnio_app',
    tried
  ),
  inDatabase(
    'whoever sends letters would read every case as figures do',
    'grant usage on schema stat to mnio_worker; grant execute on function stat.cases_after(uuid,integer) to mnio_worker',
    tried
  )
]
