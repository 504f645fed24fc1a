import type { Mistake } from '../../mistake.ts'
import { inDatabase, inFunction } from '../in-database.ts'

const dates = 'tests/server/db/walls/dates.test.ts'

/** A date that is read one instant too early or too late: who decides by it, what it says, and what it would say. */
const misread: [why: string, decides: string, says: string, instead: string][] = [
  [
    'an invitation would still open on the instant of its end',
    'bind_invitation(uuid,integer,text)',
    'expires_at <= wall',
    'expires_at < wall'
  ],
  [
    'exact counts would be read an instant longer than a day',
    'exact_cells(uuid)',
    'wall_clock() < e.settled',
    'wall_clock() <= e.settled'
  ],
  ['who has left would manage access on their last instant', 'manages(uuid)', 'until > ', 'until >= '],
  ['who has left would administer on their last instant', 'administers()', 'until > ', 'until >= '],
  ['a seat that ended would vote on its last instant', 'seat_lives(uuid,uuid)', 'until > ', 'until >= '],
  [
    'who left a house that withdrew would be kept from the case an instant too long',
    'withdrew(uuid)',
    'until > ',
    'until >= '
  ],
  [
    'somebody would act by an access on its last instant',
    'acting_membership(uuid)',
    'm.until > ',
    'm.until >= '
  ],
  ['the calendar of who has left would still be given', 'calendar_known(text)', 'until > ', 'until >= '],
  ['a part in a case would last an instant too long', 'takes_part(uuid,text)', 'until > ', 'until >= '],
  ['a part in a case would begin an instant late', 'takes_part(uuid,text)', 'since <= ', 'since < '],
  [
    'a team would follow a case an instant too long',
    'follows(uuid)',
    'tstzrange(c.since, c.until)',
    "tstzrange(c.since, c.until, '[]')"
  ],
  [
    'a team would follow a case an instant late',
    'follows(uuid)',
    'tstzrange(c.since, c.until)',
    "tstzrange(c.since, c.until, '()')"
  ],
  ['who stands in would read an instant late', 'reading_of(uuid,uuid)', 'c.since <= ', 'c.since < '],
  ['who stands in would read an instant too long', 'reading_of(uuid,uuid)', 'c.until > ', 'c.until >= '],
  ['who comes to a team would read an instant late', 'reading_of(uuid,uuid)', 'm.since <= ', 'm.since < '],
  ['who left a team would read an instant too long', 'reading_of(uuid,uuid)', 'm.until > ', 'm.until >= '],
  [
    'an emergency would open a name an instant late',
    'opened_in_emergency(uuid,text)',
    'opened_at <= ',
    'opened_at < '
  ],
  [
    'an emergency would open a name an instant too long',
    'opened_in_emergency(uuid,text)',
    'until > ',
    'until >= '
  ],
  ['who is away would be called on their last day', 'is_away(date,date)', 'p_until >= ', 'p_until > '],
  ['who is away would be called on their first day', 'is_away(date,date)', 'p_from <= ', 'p_from < ']
]

export const dateMistakes: readonly Mistake[] = misread.map(([why, decides, says, instead]) =>
  inDatabase(why, inFunction(decides, says, instead), dates)
)
