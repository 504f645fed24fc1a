import type { Mistake } from '../../mistake.ts'
import { inDatabase, opened } from '../in-database.ts'
import { inFile } from '../in-file.ts'
import { seenBy } from '../zones/moved/seen-by.ts'

const db = (name: string) => `tests/server/db/${name}.test.ts`
const all = (...statements: string[]) => statements.join(';\n')

/** What PostgreSQL and the seals hold. */
export const broadRows: Mistake[] = [
  ...inFile('server/db/sealing.ts', db('sealing'), [
    [
      'what was altered, or sealed for another place, would be read as if nothing had been said',
      "return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'))",
      "try {\n    return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'))\n  } catch {\n    return null\n  }"
    ],
    [
      'what is sealed would stand in clear, and never open',
      "const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])",
      'const body = Buffer.from(JSON.stringify(value))\n  cipher.final()'
    ]
  ]),
  inDatabase(
    'PostgreSQL would show each row of a case, and of the journal, to everybody who has signed in',
    all(
      opened('case_by_participation on "case"', 'using'),
      opened('case_event_with_case on case_event', 'using'),
      opened('compartment_by_class on compartment', 'using'),
      opened('consent_with_case on consent', 'using'),
      opened('deadline_with_case on deadline', 'using'),
      opened('deadline_of_opening_alone on deadline', 'using'),
      opened('referral_of_either_side on referral', 'using'),
      opened('audit_event_for_dpo on audit_event', 'using')
    ),
    db('walls.alone')
  ),
  ...inFile('server/reading/routes.ts', db('walls.alone'), [
    [
      'whoever takes part in a case would be told that there is none',
      'viewCase(tx, id, reader, asked)',
      "viewCase(tx, '00000000-0000-4000-8000-000000000000', reader, asked)"
    ]
  ]),
  inDatabase(
    'a stranger could write into a history, move a case and answer a request wherever a route forgot to ask',
    all(
      opened('case_event_with_case on case_event', 'with check'),
      opened('case_by_participation on "case"', 'using'),
      opened('referral_of_either_side on referral', 'using')
    ),
    db('walls.alone.acts')
  ),
  inDatabase(
    'PostgreSQL would show each case to everybody, and let an act write into another case',
    all(
      opened('case_by_participation on "case"', 'using'),
      opened('case_event_with_case on case_event', 'with check')
    ),
    db('walls')
  ),
  inDatabase(
    'whoever took the connection of the worker over could move requests, and make tables of their own',
    'grant update on referral to mnio_worker; grant create on schema public to mnio_worker',
    db('worker.role')
  ),
  ...inFile('server/db/walls.ts', db('walls.standing'), [
    [
      'a database would be served whatever walls it has lost',
      'if (lost.length + open.length === 0) return',
      'if (lost.length + open.length >= 0) return'
    ]
  ]),
  ...seenBy('merging')('merge_organisation(uuid,uuid)', [
    [
      'a house would be merged by whoever asks for it alone, and not by two who agreed',
      'if not exists (select from organisation_proposal',
      'if exists (select from organisation_proposal'
    ]
  ]),
  ...seenBy('teams')('come_as_team(uuid,uuid)', [
    [
      'a house would come as a team for whoever asks for it alone, and not for two who agreed',
      'if not exists (select from organisation_proposal',
      'if exists (select from organisation_proposal'
    ]
  ]),
  ...seenBy('taken')('bind_invitation(uuid,integer,text)', [
    [
      'an offer that was used, withdrawn or is over could be taken up by whoever kept its address',
      'then return null; end if;',
      'then null; end if;'
    ]
  ]),
  ...seenBy('counted')('administers()', [
    [
      'everybody would count and list what the administration alone is to know of a house',
      "ctx_role() = 'admin' and exists",
      'ctx_role() is not null or exists'
    ]
  ]),
  ...seenBy('alone')('wall_clock()', [
    [
      'PostgreSQL would hold it to be yesterday, and end and begin rights by that',
      'select now() + coalesce',
      "select now() - interval '1 day' + coalesce"
    ]
  ]),
  ...seenBy('keys')('wall_clock()', [
    [
      'a session would be written as ended the day before, by PostgreSQL’s own clock',
      'select now() + coalesce',
      "select now() - interval '1 day' + coalesce"
    ]
  ]),
  ...seenBy('alone')('tell_left_alone(uuid)', [
    [
      'the administration could not say whom a house leaves alone, and everybody else could',
      'if not administers() then raise exception',
      'if administers() then raise exception'
    ]
  ]),
  ...seenBy('alone')('acts_today(uuid)', [
    [
      'houses that sleep would be taken for those that accompany, and those that accompany for asleep',
      "o.status = 'accredited' and m.role",
      "o.status <> 'accredited' and m.role"
    ]
  ]),
  ...seenBy('fallen')('tell_fallen(uuid)', [
    [
      'the administration could not say what fell with a house, and everybody else could',
      'if not administers() then raise exception',
      'if administers() then raise exception'
    ]
  ]),
  ...seenBy('fallen')('end_handings(timestamp with time zone)', [
    [
      'whoever takes no part in a case could end what was proposed of it',
      "if ctx_case() is null or not (ctx_role() = 'system' or takes_part(ctx_case(), null)) then",
      'if false then'
    ]
  ]),
  inDatabase(
    'a house would lose its seats though it goes nowhere, or was never accredited',
    all(
      'drop trigger seats_stay on organisation',
      'create trigger seats_stay after update of territory on organisation for each row execute function seats_stay()'
    ),
    'tests/server/db/moved/seats.test.ts'
  )
]
