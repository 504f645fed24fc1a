import type { Mistake } from '../../../mistake.ts'
import { seenBy } from './seen-by.ts'

/** A house that goes into another: what is over, what both have, and what is of somebody else. */
export const mergedMistakes: readonly Mistake[] = [
  ...seenBy('merging')('merge_organisation(uuid,uuid)', [
    [
      'a case that the house had left would be followed anew by the one that takes it over',
      'where a.org_id = p_from and a.until is null and b.org_id',
      'where a.org_id = p_from and b.org_id'
    ],
    [
      'what the other house had left in one part would begin again because of another part',
      'and b.capacity = a.capacity and b.until is not null',
      'and b.until is not null'
    ],
    [
      'a part that a third house had left would begin again',
      'b.org_id = p_into and b.case_id = a.case_id and b.capacity = a.capacity and b.until',
      'b.case_id = a.case_id and b.capacity = a.capacity and b.until'
    ],
    [
      'a house that comes back to a case would have known it since the later of two days only',
      'least(b.since, a.since)',
      'greatest(b.since, a.since)'
    ],
    [
      'what moved last in a case would be told of the day before it',
      'greatest(b.moved_at, a.moved_at)',
      'least(b.moved_at, a.moved_at)'
    ],
    [
      'whoever follows a case would wait for nothing in it once their house has gone into another',
      'waits_for = a.waits_for',
      'waits_for = b.waits_for'
    ],
    ['the day by which something is due would be lost on merging', 'due_at = a.due_at', 'due_at = b.due_at'],
    [
      'an offer that was taken up would be written as withdrawn',
      'where org_id = p_from and used_at is null and withdrawn_at is null',
      'where org_id = p_from and withdrawn_at is null'
    ],
    [
      'an offer that was withdrawn would be dated of the merging',
      'where org_id = p_from and used_at is null and withdrawn_at is null',
      'where org_id = p_from and used_at is null'
    ],
    [
      'whoever had left the house would work in the one that takes it over',
      'where org_id = p_from and (until is null or until > at)\n    on conflict',
      'where org_id = p_from\n    on conflict'
    ],
    [
      'whoever stands in for a member of the cell would sit there in their own right',
      'role, false, alternate, at',
      'role, false, false, at'
    ],
    ['a house that was closed would be merged once more', "a.status <> 'closed' and ", ''],
    [
      'one who answers by a link would be merged into another',
      "a.type not in ('platform', 'external')",
      "a.type <> 'platform'"
    ],
    ['a house would be merged into itself, and closed', 'if p_from = p_into or not', 'if not'],
    [
      'who sits in the cell of one territory would sit in that of another',
      'perform seats_end(p_from)',
      'null'
    ]
  ]),
  ...seenBy('merging')('keepings_follow()', [
    [
      'a view would be lost to whoever kept any in the other house',
      '(v.person_id, v.asked) = (saved_view.person_id, saved_view.asked)',
      'v.person_id = saved_view.person_id'
    ],
    [
      'what was told of another thing under the same number would be lost',
      '(n.about, n.about_id, n.seq) = (notice.about, notice.about_id, notice.seq)',
      '(n.about_id, n.seq) = (notice.about_id, notice.seq)'
    ],
    [
      'what was told of a later act would be lost',
      '(n.about, n.about_id, n.seq) = (notice.about, notice.about_id, notice.seq)',
      '(n.about, n.about_id) = (notice.about, notice.about_id)'
    ],
    [
      'whoever has read their notices would find them unread because a colleague had read theirs',
      'n.org_id = here and n.person_id = notice_read.person_id',
      'n.org_id = here'
    ],
    [
      'a case that was handed on and taken would be told as withdrawn',
      "where state = 'proposed' and new.id in (from_org_id, to_org_id) and here",
      'where new.id in (from_org_id, to_org_id) and here'
    ],
    [
      'what was to be handed to a third house would be withdrawn',
      'and new.id in (from_org_id, to_org_id) and here in (from_org_id, to_org_id)',
      'and new.id in (from_org_id, to_org_id)'
    ],
    [
      'what a third house hands to another would be taken back as one merges',
      'and new.id in (from_org_id, to_org_id) and here in (from_org_id, to_org_id)',
      'and here in (from_org_id, to_org_id)'
    ],
    [
      'a house would hand a case to itself',
      'where to_org_id = new.id and from_org_id <> here',
      'where to_org_id = new.id'
    ],
    [
      'a member would read no more because a single colleague of the other house withdrew',
      'r.org_id = here and r.whole and r.ended_at is null',
      'r.org_id = here and r.ended_at is null'
    ],
    [
      'a member would read no more though the other house had come back to the case',
      'r.org_id = here and r.whole and r.ended_at is null',
      'r.org_id = here and r.whole'
    ],
    [
      'a member would read no more because a third house withdrew',
      'r.org_id = here and r.whole and r.ended_at is null',
      'r.whole and r.ended_at is null'
    ],
    [
      'a house that withdrew would accompany her no more, because a seat of the other reads',
      "p.org_id = here and p.capacity = 'cell_member' and p.until is null and exists",
      'p.org_id = here and p.until is null and exists'
    ],
    [
      'a part that was over would be dated of the merging',
      "p.capacity = 'cell_member' and p.until is null and exists",
      "p.capacity = 'cell_member' and exists"
    ],
    [
      'who reads no more would go on being waited for in the case',
      'set until = at, waits_for = null, due_at',
      'set until = at, due_at'
    ],
    [
      'what waits to merge another house into the one that is gone would be confirmed after it',
      "state = 'waiting' and new.id in (org_id, into_org)",
      "state = 'waiting' and new.id = org_id"
    ],
    [
      'whose services are said of the other house would be overwritten, and merging fail',
      'where org_id = new.id and not exists (select from service_offer s where s.org_id = here)',
      'where org_id = new.id'
    ]
  ]),
  ...seenBy('merging')('unsent_follows()', [
    [
      'what was typed in another form would be lost',
      '(d.person_id, d.kind) = (draft.person_id, draft.kind)',
      'd.person_id = draft.person_id'
    ],
    [
      'what a colleague typed would be lost',
      '(d.person_id, d.kind) = (draft.person_id, draft.kind)',
      'd.kind = draft.kind'
    ]
  ]),
  ...seenBy('merging')('identifier_follows()', [
    [
      'the directory would know the house that stays by the number of the one that went',
      'exists (select from organisation o where o.id = new.merged_into and o.directory_id is not null)',
      'false'
    ]
  ])
]
