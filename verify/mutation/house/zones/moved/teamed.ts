import type { Mistake } from '../../../mistake.ts'
import { seenBy } from './seen-by.ts'

/** Teams that come, are founded, and who leads in them; devices and addresses of who signs in. */
export const teamedMistakes: readonly Mistake[] = [
  ...seenBy('teams')('bring_teams()', [
    [
      'whoever has left a team would be in none after two houses become one',
      't.person_id = m.person_id and t.until is null)',
      't.person_id = m.person_id)'
    ],
    [
      'whoever has left the house would be in its new team',
      'where m.org_id = new.merged_into and (m.until is null or m.until > now_at)',
      'where m.org_id = new.merged_into'
    ],
    ['everybody in the new team would lead it', 'bool_or(m.manager)', 'bool_or(m.manager is not null)'],
    [
      'a case on which one only sits in the cell would be given to a team',
      "where org_id = new.merged_into and capacity <> 'cell_member'",
      'where org_id = new.merged_into'
    ],
    [
      'a request that the house received would be followed by nobody once it has teams',
      'union select case_id from referral where recipient_org_id = new.merged_into)',
      ')'
    ],
    [
      'a case that a team has left would be followed by nobody',
      'c.case_id = known.case_id and c.until is null)',
      'c.case_id = known.case_id)'
    ],
    [
      'a team would follow a case no more because one of the other house has left it',
      'k.case_id = c.case_id and k.until is null)',
      'k.case_id = c.case_id)'
    ],
    [
      'a team would follow none of its cases any more as its house goes into another',
      'and k.case_id = c.case_id and k.until is null)',
      'and k.until is null)'
    ],
    [
      'two teams of one house would have one name, and merging fail',
      'where k.org_id = new.merged_into and k.name = team.name)',
      'where k.name = team.name and false)'
    ]
  ]),
  ...seenBy('teams')('come_as_team(uuid,uuid)', [
    [
      'a case that a team of the house had left would be followed by nobody',
      'c.org_id = p_into and c.case_id = known.case_id and c.until is null)',
      'c.org_id = p_into and c.case_id = known.case_id)'
    ],
    [
      'a case would be followed by nobody because a team of a third house follows it',
      'c.org_id = p_into and c.case_id = known.case_id',
      'c.case_id = known.case_id'
    ],
    [
      'an access that waits to be confirmed would be seen by nobody of the team that comes',
      'where p_from in (org_id, confirm_org_id)',
      'where org_id = p_from'
    ],
    [
      'whoever comes from another house would lead in it',
      'm.person_id, false, now_at',
      'm.person_id, true, now_at'
    ],
    [
      'whoever had left the house would come in its team',
      'from (select distinct person_id from membership where org_id = p_from and (until is null or until > now_at)) m',
      'from (select distinct person_id from membership where org_id = p_from) m'
    ],
    [
      'a team would be named after its number because another house has one of its name',
      'k.org_id = p_into and k.name = o.name',
      'k.name = o.name'
    ],
    [
      'a house of nobody would come as an empty team that nobody leads',
      'or not exists (select from membership where org_id = p_from and (until is null or until > now_at))',
      ''
    ]
  ]),
  ...seenBy('teams')('found_team(uuid,text)', [
    [
      'whoever has left would be in the first team',
      'where org_id = org and (until is null or until > now_at)',
      'where org_id = org'
    ],
    ['everybody in the first team would lead it', 'm.person_id = founder', 'true'],
    [
      'a case on which one only sits in the cell would be given to the first team',
      "where org_id = org and capacity <> 'cell_member'",
      'where org_id = org'
    ],
    [
      'an access to confirm would be seen by nobody of the first team',
      'where org in (org_id, confirm_org_id)',
      'where org_id = org'
    ],
    [
      'an organisation would found a second first team, and its cases change hands',
      'and not by_team for update',
      'for update'
    ]
  ]),
  ...seenBy('teams')('take_lead()', [
    [
      'nobody could lead because who led works elsewhere now',
      'on m.person_id = t.person_id and m.org_id = t.org_id',
      'on m.person_id = t.person_id'
    ],
    [
      'nobody could lead because who led has left the house',
      ' and (m.until is null or m.until > now_at))',
      ')'
    ],
    [
      'nobody could lead because who led has left the team',
      ' and (t.until is null or t.until > now_at) and',
      ' and'
    ],
    [
      'whoever takes the lead here would lead in another house as well',
      'where org_id = ctx_org() and person_id = ctx_person() and until is null',
      'where person_id = ctx_person() and until is null'
    ],
    [
      'whoever left a team would lead it',
      'person_id = ctx_person() and until is null',
      'person_id = ctx_person()'
    ]
  ]),
  ...seenBy('keys')('forget_device_keys(uuid,uuid)', [
    [
      'whoever closes their other devices would lose the address of their calendar',
      ' and revoked_at is null and p_but is null',
      ' and revoked_at is null'
    ],
    [
      'an address that was taken back would be dated anew',
      ' and revoked_at is null and p_but is null',
      ' and p_but is null'
    ],
    [
      'whoever closes their other devices would lose what is typed on this one',
      '(p_but is null or session_id is distinct from p_but)',
      'true'
    ]
  ]),
  ...seenBy('keys')('carry_device_keys(uuid,text[],uuid)', [
    ['the keys of a session that was ended would open again', ' and revoked_at is null)', ')']
  ]),
  ...seenBy('keys')('membership_opens_sessions()', [
    [
      'a session would act by another right than it was opened for',
      ' and membership_id is null and revoked_at',
      ' and revoked_at'
    ],
    [
      'a session that was ended would be given a right',
      ' and membership_id is null and revoked_at is null',
      ' and membership_id is null'
    ]
  ]),
  ...seenBy('keys')('calendar_known(text)', [
    [
      'a calendar would be read by the address of another than whose right it is',
      ' and m.person_id = f.person_id',
      ''
    ],
    [
      'a calendar would be read on after the right has ended',
      '    and (m.until is null or m.until > wall_clock()) and o.status',
      '    and o.status'
    ]
  ])
]
