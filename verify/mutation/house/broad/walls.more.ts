import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

export const wallsOf = (name: string) => `tests/server/db/walls/${name}.test.ts`
const [approvals, opinions, counted] = [
  wallsOf('approvals'),
  wallsOf('opinions'),
  wallsOf('opinions.counted')
]
const [checks, dates] = [wallsOf('checks'), wallsOf('dates')]
const [second, apart, withdrawn] = [wallsOf('second'), wallsOf('second.beside'), wallsOf('second.withdrawn')]

const loosened = (bonds: Record<string, readonly string[]>) =>
  Object.entries(bonds)
    .flatMap(([table, names]) => names.map((name) => `alter table ${table} drop constraint ${name}`))
    .join('; ')
/** Tables of which every house reads every row. */
const unwalled = (...tables: string[]) =>
  tables.map((table) => `alter table ${table} disable row level security`).join('; ')

const ofChecks: readonly Mistake[] = [
  inDatabase(
    'what two persons must do would be done by one: openings, rules, exact counts and releases',
    loosened({
      glass_opening: ['glass_opening_two_people'],
      config_version: ['config_version_published_by_another'],
      exact_export: ['exact_export_by_two_people'],
      release: ['release_by_two_people']
    }),
    checks
  ),
  inDatabase(
    'a link, an emergency or an export would say any class, any place and any year',
    loosened({
      case_link: ['case_link_class_of_kind'],
      glass_opening: ['glass_opening_place_for_police', 'glass_opening_within_sight'],
      exact_export: ['exact_export_of_a_year_over'],
      service_offer: ['service_offer_said']
    }),
    checks
  )
]

const datedBy = [
  ...['bind_invitation(uuid,integer,text)', 'exact_cells(uuid)', 'manages(uuid)', 'administers()'],
  ...['seat_lives(uuid,uuid)', 'withdrew(uuid)', 'acting_membership(uuid)', 'calendar_known(text)'],
  ...['takes_part(uuid,text)', 'follows(uuid)', 'reading_of(uuid,uuid)', 'opened_in_emergency(uuid,text)']
]
/** Each of these functions reads a clock that is a minute away from that of all others. */
const clockMoved = (way: '+' | '-') => `do $mutant$
declare one regprocedure;
begin
  foreach one in array array[${datedBy.map((name) => `'${name}'`).join(', ')}]::regprocedure[] loop
    execute replace(pg_get_functiondef(one), 'wall_clock()', 'wall_clock() ${way} interval ''1 minute''');
  end loop;
end
$mutant$`

const ofDates: readonly Mistake[] = [
  inDatabase('whatever hangs on a date would end, and begin, a minute before it', clockMoved('+'), dates),
  inDatabase(
    'whatever hangs on a date would be granted a minute of grace, and begin as late',
    clockMoved('-'),
    dates
  )
]

const refusesAll = inFunction('opinion_kept()', 'if refused is not null', "if refused is distinct from ''")

const ofOpinions: readonly Mistake[] = [
  inDatabase(
    'no member of a cell would give an opinion between two meetings, whatever ties them',
    refusesAll,
    opinions
  ),
  inDatabase(
    'a first opinion would go on waiting once a service has recorded the grounds',
    inFunction('first_opinions(uuid)', "'grounds.record', ", ''),
    opinions
  ),
  inDatabase('a first opinion would be answered by nobody, though it counts', refusesAll, counted),
  inDatabase(
    'one person would give both opinions on a case, and one house several',
    [
      inFunction(
        'opinion_refused(text)',
        'o.person_id <> ctx_person() and o.house <> ctx_org()',
        'o.person_id is not null'
      ),
      inFunction('opinion_refused(text)', 'o.house = ctx_org() and o.person_id <> ctx_person()', 'false')
    ].join(';\n'),
    counted
  ),
  inDatabase(
    'an association would be refused for the exit programme though its missing approval is said',
    inFunction('approval_said()', "'form.not_approved'", "'form.unapproved'"),
    approvals
  ),
  inDatabase(
    'an approval whose last day nobody wrote would never have been',
    inFunction(
      'approved_on(uuid,date)',
      "coalesce(term.ends, (term.begins + interval '3 years')::date)",
      'term.ends'
    ),
    approvals
  )
]

/** By the session alone, who asks is known: remembered from whoever asked first, it is the same for everybody. */
const answeredAsFirst = (why: string, seen: string) =>
  inFile('server/auth/actor.ts', seen, [
    [
      why,
      "(request.method === 'GET' ? onceForPage(`${passive} ${token}`, look) : look())",
      "(request.method === 'GET' ? ((globalThis as Record<string, unknown>)['first'] ??= look()) : look())"
    ]
  ])

const ofSecondWalls: readonly Mistake[] = [
  ...answeredAsFirst('every page of a case would be answered as to whoever asked first', second),
  ...answeredAsFirst('every page beside the cases would be answered as to whoever asked first', apart),
  inDatabase(
    'meetings, emergencies, proposals, links and teams would be read past the routes by every house',
    unwalled(
      ...['meeting', 'glass_opening', 'case_handing', 'case_link', 'undo_request'],
      ...['team', 'caseload', 'invitation', 'organisation_proposal']
    ),
    second
  ),
  inDatabase(
    'drafts, calendars, figures and directories would be read past the routes by every house',
    unwalled(
      ...['local_protocol', 'config_version', 'draft', 'calendar_feed', 'release', 'exact_export'],
      ...['administrative_figure', 'asylum_occupancy', 'settlement', 'court_referent']
    ),
    apart
  ),
  inDatabase(
    'PostgreSQL would keep nobody from a case from which they withdrew',
    inFunction('withdrew(uuid)', 'return exists', 'return false and exists'),
    withdrawn
  )
]

/** Whole answers of the walls that are apart from the policies of one table. */
export const apartWalls: readonly Mistake[] = [...ofChecks, ...ofDates, ...ofOpinions, ...ofSecondWalls]
