import { inDatabase, inFunction } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const apart = 'tests/server/organisations/apart.test.ts'
const due = 'tests/server/organisations/reviews-due.test.ts'
const inactivity = 'tests/server/organisations/inactivity.test.ts'
const byHand = 'tests/server/organisations/by-hand.test.ts'
const approvals = 'tests/server/db/walls/approvals.test.ts'
const leftOffers = 'tests/server/organisations/left-offers.test.ts'
const reviewMail = 'tests/server/organisations/review-mail.test.ts'

/** What a house holds and who may still come in: regimes that bar one another, accesses that close, reviews that are due. */
export const accessMistakes = [
  inDatabase(
    'whoever manages access no more would come back by a link of their own',
    'drop trigger offers_end_with_manager on membership',
    leftOffers
  ),
  inDatabase(
    'what two persons offered would end with the access of one of them',
    inFunction('offers_end_with_manager()', 'not seat_offered_by_two(i)', 'true'),
    leftOffers
  ),
  inDatabase(
    'what others offered would end with the access of one of them',
    inFunction('offers_end_with_manager()', 'i.invited_by = new.person_id', 'true'),
    leftOffers
  ),
  ...inFile('server/organisations/access/unseen.ts', inactivity, [
    [
      'an access would be closed of somebody whom no letter warned',
      "and ${warned} and ${told} < now() - $2 * interval '1 day'",
      "and m.warned_at < now() - $2 * interval '1 day'"
    ],
    [
      'an access would be closed as soon as the letter left',
      "${told} < now() - $2 * interval '1 day'",
      '$2::int > 0'
    ],
    [
      'a letter that a lost relay kept would never be asked for again',
      ' or m.warned_at < now() - ${patience} and (${warned}) is not true',
      ''
    ],
    [
      'whoever cannot be warned would not be shown',
      "email === null ? 'unreachable' : 'unsent'",
      "email === '' ? 'unreachable' : 'unsent'"
    ],
    [
      'the last who administers would be closed out',
      "and (m.role <> 'admin' or exists (",
      "and (m.role = 'admin' or m.role <> 'admin' or exists ("
    ]
  ]),
  inDatabase(
    'one house would say where the mails of another one go',
    inFunction('bind_invitation(uuid,integer,text)', 'm.org_id <> one.org_id', 'false'),
    leftOffers
  ),
  inDatabase(
    'whoever has no address would be given none by an invitation',
    inFunction('bind_invitation(uuid,integer,text)', 'email is null or not exists', 'not exists'),
    leftOffers
  ),
  ...inFile('server/organisations/access/unseen.ts', byHand, [
    [
      'whoever has no address would stay for ever, though somebody warned them',
      'greatest(m.warning_mailed_at, m.warned_by_hand_at)',
      'm.warning_mailed_at'
    ],
    [
      'somebody who has an address would be warned by hand',
      'p.id = m.person_id and p.email is null and ${lastSeen} < now() - $3',
      'p.id = m.person_id and ${lastSeen} < now() - $3'
    ],
    [
      'somebody who was here yesterday would be warned by hand',
      "and ${lastSeen} < now() - $3 * interval '1 day' and (${warned})",
      'and $3::int > 0 and (${warned})'
    ]
  ]),
  ...inFile('server/organisations/members.ts', byHand, [
    [
      'somebody would warn themselves by hand',
      'row.personId !== personId && (await runQuery(tx, warnByHand',
      '(await runQuery(tx, warnByHand'
    ]
  ]),
  inDatabase(
    'PostgreSQL would take any warning by hand',
    'drop trigger warned_by_hand on membership',
    byHand
  ),
  inDatabase(
    'a warning by hand would be written in the name of another, or of another day',
    inFunction(
      'warned_by_hand()',
      '(new.warned_by, new.warned_by_hand_at) is distinct from (ctx_person(), now())',
      'false'
    ),
    byHand
  ),
  inDatabase(
    'whoever does not manage access would warn by hand, and somebody themselves',
    inFunction(
      'warned_by_hand()',
      'not (manages(old.org_id) or administers()) or old.person_id = ctx_person()',
      'false'
    ),
    byHand
  ),
  inDatabase(
    'whoever has an address would be warned by hand past the page',
    inFunction('warned_by_hand()', 'p.email is not null', 'false'),
    byHand
  ),
  ...inFile('server/organisations/mail.ts', inactivity, [
    [
      'the letter of an absence would leave and nobody would know',
      'if (left) await',
      'if (left && false) await'
    ]
  ]),
  ...inFile('server/organisations/proposals.ts', apart, [
    [
      'a civil party would be proposed for victim aid',
      'await mustStandApart(tx, orgId, asked, at)',
      'void mustStandApart'
    ]
  ]),
  ...inFile('server/organisations/applying.ts', apart, [
    [
      'two regimes that bar one another, proposed at one time, would both be confirmed by the page',
      'await mustStandApart(tx, orgId, { regime: regime!, since, until }, at)',
      'void mustStandApart'
    ]
  ]),
  ...inFile('policies/habilitations.ts', apart, [
    [
      'what ended yesterday would bar what is given today',
      '.filter(({ to }) => to === null || to >= today)\n  const meet',
      '\n  const meet'
    ]
  ]),
  ...inFile('server/organisations/sweep.ts', reviewMail, [
    [
      'who forgot a review would be written to once in half a year',
      'for (const these of [again, first])',
      'for (const these of [first])'
    ],
    [
      'a first letter in the last month would be followed by another at once',
      'review_told_again = case when $2 then $1 else o.review_told_again end',
      'review_told_again = case when $2 then o.review_told_again else o.review_told_again end'
    ]
  ]),
  ...inFile('policies/organisations.ts', due, [
    [
      'data protection would not know who has not done their review',
      "administers(actor) || (actor.accredited && actor.role === 'dpo')",
      'administers(actor)'
    ]
  ]),
  inDatabase(
    'any house would know which others have not reviewed their access',
    inFunction(
      'reviews_due(text)',
      "where (administers() or ctx_role() = 'dpo' and exists (select from membership d where d.person_id = ctx_person() and d.org_id = ctx_org()\n      and d.role = 'dpo' and (d.until is null or d.until > wall_clock()))) and ",
      'where '
    ),
    due
  ),
  inDatabase(
    'what a house opened in an emergency would be read by who does not manage its access',
    inFunction('access_beside(uuid,date)', 'where manages(p_org) and g.org_id', 'where g.org_id'),
    due
  ),
  inDatabase(
    'who manages access in one house would read to whom the others wrote',
    inFunction('access_beside(uuid,date)', 'r.sender_org_id = p_org', 'true'),
    due
  ),
  inDatabase(
    'a house that may not work would be said to owe a review',
    inFunction('reviews_due(text)', "o.status = 'accredited'", 'true'),
    due
  ),
  inDatabase(
    'a house would hold victim aid and civil party together, written past the page',
    'drop trigger habilitation_apart on habilitation',
    apart
  ),
  inDatabase(
    'a house without accreditation would flag past the page',
    'drop trigger regime_held on case_event',
    apart
  ),
  inDatabase(
    'a house would flag under a regime that has ended',
    inFunction('regime_held()', ' and (h.until is null or h.until >= today)', ''),
    apart
  ),
  inDatabase(
    'an association that nobody approved would be named for the exit programme, and the history would not say so',
    'drop trigger approval_said on case_event',
    approvals
  ),
  inDatabase(
    'an approval would be taken for known on a day on which it had ended',
    inFunction(
      'approved_on(uuid,date)',
      'p_day between term.begins and',
      'p_day >= term.begins and p_day <> '
    ),
    approvals
  ),
  inDatabase(
    'silence on a file for an approval would approve nobody',
    inFunction('approved_on(uuid,date)', '(silent.on_day,', '(null::date,'),
    approvals
  ),
  inDatabase(
    'the approval of the day of writing would stand for that of the decision',
    inFunction('approval_said()', "new.input ->> 'decidedOn' is null and", 'new.command is not null and'),
    approvals
  ),
  inDatabase(
    'two persons would agree on one text, and another would be written',
    inFunction('habilitation_kept()', "p.body ->> 'decision' is not distinct from new.decision", 'true'),
    apart
  ),
  ...inFile('server/organisations/people.ts', 'tests/server/organisations/people.test.ts', [
    [
      'everybody of a house would read when each colleague was there last, and their address',
      'const seen = there.filter(({ personId }) => all || personId === actor.personId)',
      'const seen = there'
    ]
  ])
]
