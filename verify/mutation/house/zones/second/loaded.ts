import { inFile } from '../../in-file.ts'

const day = 'tests/web/pages/read/day.test.ts'
const loads = 'tests/web/pages/read/loads.test.ts'
const chosen = 'tests/web/pages/read/chosen.test.ts'
const app = 'web/src/routes/(app)/'

/** What a page makes of what it reads: which of many it offers, what it leaves out, and what it does not ask for. */
export const loadedMistakes = [
  ...inFile('web/src/lib/worklist/day.ts', day, [
    [
      'a question that a house asked would stand on its first page as its own to answer',
      "(received?.items ?? []).filter(({ state }) => state !== 'questioned')",
      '(received?.items ?? [])'
    ],
    [
      'a case that was handed on or refused would stand there as proposed still',
      "side === 'to' && state === 'proposed'",
      "side === 'to'"
    ],
    [
      'a house would be asked to answer what it has itself proposed',
      "side === 'to' && state === 'proposed'",
      "state === 'proposed'"
    ],
    [
      'an old refusal would stand above one of somebody in danger',
      'return dangerFirst(found?.items ?? [])',
      'return found?.items ?? []'
    ],
    [
      'a member would be called to a meeting that is only planned',
      "['convened', 'open'].includes(state.id)",
      "['planned', 'convened', 'open'].includes(state.id)"
    ],
    [
      'a secretary would be called to the meetings that they conduct',
      'convened: meetings?.mayPlan\n      ? []',
      'convened: meetings?.mayPlan\n      ? meetings.items'
    ],
    [
      'a clock that is over would stand among those that run',
      "one.state === 'running' && !one.late",
      '!one.late'
    ],
    [
      'late clocks would leave none that runs on a first page',
      "one.state === 'running' && !one.late",
      "one.state === 'running'"
    ],
    [
      'nobody would be told on the first page that clocks are late',
      'late: overdue.items.some(({ late }) => late)',
      'late: overdue.items.every(({ late }) => late)'
    ],
    [
      'who has no desk of places would ask who waits for one',
      "has(me, 'places') ? getIfAllowed(fetcher, '/api/places/waiting'",
      "me.nav ? getIfAllowed(fetcher, '/api/places/waiting'"
    ],
    [
      'whoever invited a colleague would be told that they are alone',
      "['unsent', 'waiting'].includes(state)",
      "['unsent'].includes(state)"
    ],
    [
      'who can invite nobody would be told to invite somebody',
      'if (!people?.may.invite.enabled) return false',
      'if (!people) return false'
    ]
  ]),
  ...inFile(`${app}+layout.server.ts`, loads, [
    [
      'who is not accredited could read no more on which devices they are signed in',
      'if (!me.accredited && untrack(() => route.id) !== devices)',
      'if (!me.accredited && untrack(() => route.id) !== null)'
    ],
    [
      'who has no room of organisations would ask what waits for a second person',
      "has(me, 'organisations') ? getIfAllowed",
      'me.nav ? getIfAllowed'
    ]
  ]),
  ...inFile(`${app}signaler/envoye/[[id]]/+page.server.ts`, loads, [
    [
      'who flags would be told that somebody looks at it by a clock that has stopped',
      "code.startsWith('MNIO-TRIAGE') && state === 'running'",
      "code.startsWith('MNIO-TRIAGE')"
    ],
    [
      'a delay of hours would be told by its day',
      'triage.hours === null ? triage.dueOn : null',
      'triage.dueOn'
    ],
    [
      'who answers at night would be told of somebody who is in no danger',
      'onCall: urgent && form ?',
      'onCall: form ?'
    ],
    [
      'shelter for tonight would be offered where it may not be asked for',
      'command === shelterTonight && enabled',
      'command === shelterTonight'
    ]
  ]),
  ...inFile('web/src/lib/case/clock.ts', loads, [
    [
      'a reminder that is over would hide a clock that runs',
      'Number(isOver(one)) - Number(isOver(other)) || one.dueAt',
      'one.dueAt'
    ],
    [
      'a clock that is late would stand under those that run',
      "state === 'fired' && !late",
      "state === 'fired'"
    ]
  ]),
  ...inFile(`${app}dossiers/[id]/+page.server.ts`, loads, [
    [
      'a link that was taken back would stand on the page of the case',
      'items.filter(({ endedOn }) => endedOn === null)',
      'items.filter(({ endedOn }) => endedOn !== undefined)'
    ],
    [
      'where there is no link yet, nothing would lead to the first one',
      'held.length > 0 || kinds.length > 0 ?',
      'held.length > 0 ?'
    ],
    [
      'acts would be folded where there are three of them',
      'all || waiting <= fewWaiting ?',
      'all || waiting < fewWaiting ?'
    ],
    [
      'who waits for the end of a merge would be told no day',
      "code === 'MNIO-MERGE-UNDO'",
      "code === 'MNIO-MERGE'"
    ],
    [
      'classes that are open would be named as sealed',
      "classes: whole.classes.filter(({ access }) => access !== 'open')",
      'classes: whole.classes'
    ],
    [
      'who has just acted would be led to undo what others have to',
      'act?.ref && !act.undoneByOthers ?',
      'act?.ref ?'
    ],
    [
      'who said yes would be offered to undo something else',
      'done && answered === null ? await undoOf',
      'done ? await undoOf'
    ],
    [
      'the page would speak of another request than the one that was answered',
      'view.referrals.find(({ id }) => id === answered) ?? null',
      'view.referrals.find(() => answered !== null) ?? null'
    ]
  ]),
  ...inFile('web/src/lib/case/head/consents.ts', loads, [
    [
      'a consent that was never asked would be read with a day and a note',
      "state === 'none' ? { scope, label, state } :",
      'state !== state ? { scope, label, state } :'
    ]
  ]),
  ...inFile('web/src/lib/case/story.ts', loads, [
    [
      'who has just acted would be led to undo what was done before',
      '.toSorted((one, other) => other.seq - one.seq)[0]',
      '.toSorted((one, other) => one.seq - other.seq)[0]'
    ]
  ]),
  ...inFile('web/src/lib/case/likeness.ts', loads, [
    [
      'the cell would see no file that may be of the same person',
      "if (view.capacity.id !== 'cell') return []",
      "if (view.capacity.id === 'cell') return []"
    ]
  ]),
  ...inFile(`${app}dossiers/[id]/agir/[command]/+page.server.ts`, loads, [
    [
      'an act that is not open would look for places as if it were',
      'action?.enabled === true && field in',
      'action !== null && field in'
    ],
    [
      'the other file would be read in an act that merges nothing',
      "action?.confirms === 'merge.propose' ? view.joined : null",
      'view.joined'
    ],
    [
      'a form would be sent under another version than it was read with',
      'version: action?.version ?? view.version',
      'version: view.version'
    ]
  ]),
  ...inFile(`${app}configuration/[version]/bascule/+page.server.ts`, chosen, [
    [
      'cases would be offered to be moved from a draft',
      "version !== params.version && state !== 'draft' && cases > 0",
      'version !== params.version && cases > 0'
    ],
    [
      'a version that no case lives under would be offered',
      "version !== params.version && state !== 'draft' && cases > 0",
      "version !== params.version && state !== 'draft'"
    ]
  ]),
  ...inFile(`${app}protocoles/[name]/bascule/+page.server.ts`, chosen, [
    [
      'cases would be offered to be moved from a protocol that nobody signed',
      'name !== params.name && signedOn !== null',
      'name !== params.name'
    ],
    [
      'who may move no case would read what that changes',
      'if (!view.may.move) redirect',
      'if (!view) redirect'
    ]
  ])
]
