import { inDatabase } from '../in-database.ts'
import { inFile } from '../in-file.ts'

const inPlaces = (name: string) => `tests/server/places/${name}.test.ts`
const inReferrals = (name: string) => `tests/server/referrals/${name}.test.ts`
const housing = inPlaces('housing')
const children = inPlaces('places.children')
const order = inReferrals('order')
const access = inReferrals('referrals.access')

const clocks = 'await openClocks(tx, caseId, opened, { ...of, keys, mayRun: before !== null })'

const placeMistakes = [
  ...inFile('server/places/routes.ts', inPlaces('places'), [
    [
      'everybody would find the page of the places',
      "if (!enters(request.actor.role, room)) throw new NotFound('not for this role')",
      ''
    ]
  ]),
  ...inFile('server/places/waiting.ts', inPlaces('places'), [
    [
      'a desk would be told that nobody waits for a place',
      'const ranked = await rankedList(tx, actor, now)',
      'const ranked: Ranked[] = []'
    ]
  ]),
  ...inFile('server/places/list.ts', inPlaces('places'), [
    [
      'a desk would be told that there is no place',
      'items: page.map((place) => lineOf(place, locale)),',
      'items: [],'
    ]
  ]),
  ...inFile('server/disclosure/ownership.ts', inPlaces('whose'), [
    [
      'any house would decide of a place that another one holds for her',
      'return desk === null ? house === actor.orgId : pool === desk',
      'return desk === null || pool === desk'
    ]
  ]),
  ...inFile('server/places/stays.ts', inPlaces('whose'), [
    [
      'who has come to a safe house would be kept in the one she fled',
      'kinds: offersIn(leaving), except: [held.referralId]',
      'kinds: [], except: [held.referralId]'
    ]
  ]),
  ...inFile('server/places/ranking.ts', children, [
    [
      'no child would be on the list of those who wait for a place',
      'const rows = await runQuery<Row>(tx, waitingRows(pool), [actor.orgId])',
      'const rows: Row[] = []'
    ]
  ]),
  ...inFile('server/places/store.ts', children, [
    [
      'a bed in which a child sleeps would be shown as free',
      'left join taken_places() t on t.place_id = p.id',
      'left join taken_places() t on false'
    ]
  ]),
  ...inFile('figures/person/housing.ts', inPlaces('housing.declined'), [
    ['no figure would say that persons are refused a place', '? [reason] : []', '? [] : []']
  ]),
  ...inFile('server/places/stays.ts', inPlaces('housing.declined'), [
    [
      'a bed that a house refused after the interview would stay held',
      'await renounce(tx, { ...doing, referralId: held!.referralId, reason })',
      ''
    ]
  ]),
  ...inFile('server/commands/apply-command.ts', housing, [
    ['no time would run for who is in danger, nor for a place that is held', clocks, '']
  ]),
  ...inFile('server/commands/apply-command.ts', inPlaces('housing.asylum'), [
    ['no time would run for a place of the asylum scheme', clocks, '']
  ]),
  ...inFile('server/places/stays.ts', housing, [
    [
      'a search that was taken back would go on for a request to another desk',
      'return others.some((other) => seekTheSame(kind as ReferralKind, other.kind))',
      'return others.length > 0'
    ]
  ]),
  ...inFile('server/referrals/move.ts', housing, [
    [
      'whoever walks away from a bed that is held, or slept in, would take it along',
      'const beside = await staysOf(desk.tx, { caseId: row.caseId, pools: poolsBeside(row.kind) })',
      'const beside = { held: null, bed: null }'
    ]
  ]),
  ...inFile('workflows/places/fit.ts', inPlaces('places.offer'), [
    [
      'a woman would be offered a place among men, or where her children cannot come',
      "return { never: reasonsOf('never'), unlessSaid: reasonsOf('with_reason') }",
      'return { never: [], unlessSaid: [] }'
    ]
  ]),
  ...inFile('server/referrals/view.ts', inPlaces('places.offer'), [
    [
      'whoever is asked would have to answer without reading what is asked',
      'preview: row.shown ? [...(await offeredPlace(tx, row, reader)), ...previewOf(row, locale)] : [],',
      'preview: [],'
    ]
  ])
]

const referralMistakes = [
  ...inFile('server/referrals/move.ts', access, [
    [
      'whoever declines, or is asked no more, would be let into the case',
      'const next = await handlers[command](desk,',
      "const next = await handlers[['decline', 'withdraw'].includes(command) ? 'accept' : command](desk,"
    ]
  ]),
  ...inFile('server/commands/sharing.ts', access, [
    [
      'who was let in by a consent would read on once she took it back',
      'const scopes = ending.filter((scope) => !kept.includes(scope))',
      'const scopes = ending.filter((scope) => kept.includes(scope))'
    ]
  ]),
  ...inFile('server/commands/effects.ts', access, [
    [
      'every cell through which a case has passed would go on reading it',
      'await endParts(tx, caseId, leaving, at)',
      ''
    ]
  ]),
  ...inFile('server/http/problem.ts', inReferrals('peers.referrals'), [
    [
      'whatever is refused would read as a form that was filled in wrongly',
      '.code(what.refusal.status)',
      '.code(what.refusal.status < 500 ? 400 : what.refusal.status)'
    ]
  ]),
  ...inFile('server/referrals/send.ts', inReferrals('referrals.before'), [
    [
      'whoever is asked would be let into the case before any answer',
      'if (opensAtOnce)',
      'if (opensAtOnce || capacity)'
    ]
  ]),
  inDatabase(
    'every box of requests would be slower with each case that there ever was',
    'drop index referral_waiting_idx; drop index referral_asked_idx; drop index referral_left_idx; drop index case_housing_sought_idx',
    order
  ),
  ...inFile('server/referrals/boxes.ts', order, [
    [
      'who turns a page after the last line of it was answered would find the rest gone',
      "whose: 'recipient_org_id = $1',",
      'whose: `recipient_org_id = $1 and ${unanswered}`,'
    ]
  ]),
  ...inFile('server/referrals/move.ts', order, [
    [
      'a request would be late in its list for the days that its own question waited',
      'await keepAnswerDays(tx, row.caseId)',
      ''
    ]
  ]),
  ...inFile('server/disclosure/referral.ts', inReferrals('answered'), [
    [
      'who may not follow a request would read by it that she has a roof, or is in care no more',
      '...(!follows && asAnswered(row)),',
      ''
    ]
  ]),
  ...inFile('server/referrals/close.ts', inReferrals('answered'), [
    [
      'a refusal that vanishes from a box would tell that she was housed by others',
      'const done = left.filter((one) => !blind(one)).map(({ id }) => id)',
      'const done = left.map(({ id }) => id)'
    ]
  ]),
  ...inFile('server/referrals/refer.ts', inReferrals('answered'), [
    [
      'what a service owes would be left undone where another, unseen by it, has done it',
      'return { known: rows.filter((row) => isOwn(row) || followed(row)), follows: rows.every(followed) }',
      'return { known: rows, follows: true }'
    ]
  ]),
  ...inFile('server/referrals/decide.ts', inReferrals('part-lost'), [
    [
      'whoever asked could neither answer a question nor take the request back',
      'if (!caseRow || lines?.length === 0) throw',
      'if (!caseRow || lines) throw'
    ]
  ]),
  ...inFile('server/referrals/close.ts', inReferrals('part-lost'), [
    [
      'a shelter that she has left would go on reading her case',
      'leaves: isGoing(row) && !kept.includes(row)',
      'leaves: false'
    ]
  ]),
  ...inFile('server/referrals/move.ts', inReferrals('partners'), [
    [
      'a case would say for ever that care, or an inspection, goes on',
      "const command = done === 'end' && onEnd ? onEnd : onWithdraw",
      'const command = onWithdraw'
    ]
  ]),
  ...inFile('server/referrals/close.ts', inReferrals('refused'), [
    [
      'a refusal would wait for somebody in a case where nothing is asked any more',
      'if (done.length > 0) await runQuery(tx, settlingThese, [done])',
      ''
    ]
  ]),
  ...inFile('server/referrals/move.ts', inReferrals('silence'), [
    ['a silence would be said to nobody', 'await nameSomeone(tx, move)', '']
  ])
]

/** Whole answers taken away: of places, and of what is asked of others. */
export const broadPlacesAndReferrals = [...placeMistakes, ...referralMistakes]
