import type { Mistake } from '../../../mistake.ts'
import { seenBy } from './seen-by.ts'

/** Whom each question is for, and who differs from them in one thing. */
export const whoseMistakes: readonly Mistake[] = [
  ...seenBy('whose')('administers()', [
    ['an administrator of a platform that is suspended would administer', " and o.status = 'accredited'", ''],
    [
      'whoever administered would go on doing so',
      '\n      and (m.until is null or m.until > public.wall_clock()))',
      ')'
    ],
    ['the data protection officer would administer', " and m.role = 'admin'", '']
  ]),
  ...seenBy('whose')('administrators()', [
    [
      'who administered would be counted as the second of two',
      ' and (m.until is null or m.until > public.wall_clock())',
      ''
    ]
  ]),
  ...seenBy('whose')('manages(uuid)', [
    ['who manages access elsewhere would manage it here', ' and m.org_id = p_org', ''],
    [
      'who managed access would go on managing it',
      '\n      and (m.until is null or m.until > public.wall_clock()))',
      ')'
    ],
    ['who manages access in a house that is suspended would go on', " and o.status = 'accredited'", '']
  ]),
  ...seenBy('whose')('confirms_regime(uuid,text)', [
    [
      'a prefecture would confirm the regime of a house of another département',
      ' on o.territory = mine.territory',
      ' on true'
    ],
    ['a prefecture that is suspended would confirm a regime', " and mine.status = 'accredited'", ''],
    ['a prefecture would confirm a regime that is not its own', "p_regime = 'psp' and ", '']
  ]),
  ...seenBy('whose')('confirms_seat(uuid,text,text)', [
    [
      'a secretary would confirm a seat in the cell of another département',
      ' on o.territory = mine.territory',
      ' on true'
    ],
    ['a secretary of a cell that is suspended would confirm a seat', " and mine.status = 'accredited'", ''],
    ['a secretary would confirm what is no seat', " and p_role = 'cell_member'", '']
  ]),
  ...seenBy('whose')('prepares_protocol(text)', [
    ['a cell would prepare the protocol of another département', ' and o.territory = p_territory', ''],
    ['a cell that is suspended would prepare a protocol', " and o.status = 'accredited'", '']
  ]),
  ...seenBy('whose')('protocol_side(text)', [
    ['a prosecutor of one court would sign the protocol of another', ' or o.court = p_place)', ' or true)'],
    ['a side that is suspended would sign', " and o.status = 'accredited'", '']
  ]),
  ...seenBy('whose')('keeps_referents(uuid)', [
    ['a prosecutor would keep whom one calls at another court', 'p_court = public.ctx_org() and ', ''],
    [
      'a member of the cell would keep whom one calls at the court',
      " and public.ctx_role() = 'prosecutor'",
      ''
    ]
  ]),
  ...seenBy('whose')('follows(uuid)', [
    ['a team would follow the cases of another house', ' and c.org_id = ctx_org()', ''],
    ['who stands for somebody would not see their cases', ' or c.person_id = any (ctx_stands())', '']
  ]),
  ...seenBy('whose')('withdrawn_lines(uuid)', [
    ['who withdrew would be shown lines of another meeting', 'i.meeting_id = p_meeting and ', ''],
    ['who withdrew would have lines hidden in another role', " and ctx_role() = 'cell_member'", '']
  ])
]
