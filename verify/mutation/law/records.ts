import type { LawMutant } from '../mistake.ts'

const examples = 'tests/server/cases/examples/records.test.ts'
const older = 'tests/workflows/law/older.test.ts'
const keeps = 'tests/workflows/law/keeps.test.ts'

const order = 'workflows/case/records.order.ts'

/** Records of authorities that would be refused, or would take away what they are not about; and warnings that refused. */
export const recordsMutants: readonly LawMutant[] = [
  {
    why: 'A paper found late would undo what was decided since: an older permit would replace the newer.',
    file: 'workflows/case/records.ts',
    text: '(dayBeside(command, one) ?? day) > day',
    instead: "(dayBeside(command, one) ?? day) === ''",
    seen: older,
    named: 'is older than any that moved its region on a later day'
  },
  {
    why: 'An appeal would be older than the finality that it destroys: the procedure would stay closed (CPP 186, 498).',
    file: 'workflows/case/records.ts',
    text: 'heldBeside(command).filter((one) => !contests(command, one))',
    instead: 'heldBeside(command)',
    seen: older,
    named: 'and contests it'
  },
  {
    why: 'Beside a conviction held to be final, an appeal would leave the procedure closed: no renewal (CPP 500).',
    file: 'workflows/regions/judicial/decisions.ts',
    text: '(older ? {} : { procedureOpen: true })',
    instead: '({})',
    seen: 'tests/server/cases/examples/order.test.ts',
    named: 'the days to join the appeal run'
  },
  {
    why: 'A refusal found late would end the application, or the renewal, that was asked for since (R432-2).',
    file: order,
    text: 'opensOne(type, appeals) ? askedOf(silence) : []',
    instead: 'opensOne(type, appeals) && askedOf(silence).length === 0 ? askedOf(silence) : []',
    seen: older,
    named: 'ends nothing that was brought since by'
  },
  {
    why: 'A classement would end the complaint with civil-party status that follows it (CPP 85).',
    file: order,
    text: 'if (endsProcedure(type)) return [...complaints]',
    instead: 'if (endsProcedure(type)) return []',
    seen: older,
    named: 'ends nothing that was brought since by'
  },
  {
    why: 'A classement would end what a judge investigates, because nobody wrote down since when (CPP 40-1).',
    file: order,
    text: "type === 'procedure.closed' || onlyAfter",
    instead: "type === 'procedure.reopened' || onlyAfter",
    seen: older,
    named: 'what bears no day was done by the day on which it was written down'
  },
  {
    why: 'The end of an earlier obligation to leave would stop the hours in which the newer is appealed against (L614-1).',
    file: 'workflows/regions/residence/removal.ts',
    text: "    thread: { of: 'leave', day: 'on' },\n",
    instead: '',
    seen: older,
    named: 'is of what stood before it'
  },
  {
    why: 'An older decision on age would take the protection that a newer one gave (CC 388).',
    file: 'workflows/regions/minor/age.ts',
    text: "    thread: { of: 'age', day: 'on' },\n",
    instead: '',
    seen: older,
    named: 'is of what stood before it'
  },
  {
    why: 'What was disputed or asked for since would be answered by a decision of before it.',
    file: order,
    text: '...(askedSince[type] ?? [])]',
    instead: ']',
    seen: older,
    named: 'is of what stood before it'
  },
  {
    why: 'Of an obligation to leave written down after a later end no appeal could be recorded (L614-1).',
    file: 'workflows/regions/residence/removal.ts',
    text: '>= today ? { leaveStands: true } : {}',
    instead: '>= today ? {} : {}',
    seen: 'tests/server/cases/examples/order.test.ts',
    named: 'an obligation to leave of before an end is no less one'
  },
  {
    why: 'A judgment that moved nothing would cancel the permit that was given the day before it.',
    file: 'workflows/case/records.ts',
    text: '!quiet || (teaches(command) && teaches(type) && isSentBack(command) === isSentBack(type))',
    instead: "!quiet || command !== ''",
    seen: older,
    named: 'what moved nothing replaces nothing'
  },
  {
    why: 'Once a permit is asked for, an interruption of an earlier reflection would lower the bar of the newest receipt.',
    file: 'workflows/case/records.ts',
    text: '!quiet || (teaches(command) && teaches(type) && isSentBack(command) === isSentBack(type))',
    instead: '!quiet',
    seen: older,
    named: 'what moved nothing replaces nothing'
  },
  {
    why: 'The prefecture would read « Procédure close » of an older classement, while the procedure is open again.',
    file: 'policies/disclosure.ts',
    text: 'if (isQuiet(unusual)) return null',
    instead: 'if (isQuiet(unusual) && input === null) return null',
    seen: 'tests/server/cases/examples/order.test.ts',
    named: 'of an older classement the prefecture hears nothing'
  },
  {
    why: 'A reflection that never ran would be interrupted, and could be proposed no more (R425-2).',
    file: 'workflows/regions/residence/reflection.ts',
    text: "keeps: [...applied, ...standing, ...neverRan, 'reflection_offered', 'appeal'],",
    instead: "keeps: [...applied, ...standing, 'reflection_ended', 'refused_permit', 'appeal'],",
    seen: keeps,
    named: 'would be seen'
  },
  {
    why: 'The police would read in a reason, and in the story, where a child is placed.',
    file: 'policies/told-state.ts',
    text: "return placed && !sees('K') ? 'measure_ordered' : stands",
    instead: 'return placed ? stands : stands',
    seen: 'tests/policies/told-state.test.ts',
    named: 'reads as a measure to the police'
  },
  {
    why: 'A newer decision would move nothing, as if it were an older one.',
    file: 'workflows/case/records.ts',
    text: '(dayBeside(command, one) ?? day) > day',
    instead: '(dayBeside(command, one) ?? day) <= day',
    seen: older,
    named: 'is older than any that moved its region on a later day'
  },
  {
    why: 'The day of the notice would count for that of the decision: a late notice would undo a newer permit.',
    file: 'workflows/case/records.ts',
    text: "const days = [\n  'decisionOn',",
    instead: "const days = [\n  'notifiedOn',\n  'decisionOn',",
    seen: examples,
    named: 'an older refusal takes no permit away that was given since'
  },
  {
    why: 'An older judgment, entered late, would start the ten days of the newer again from its own day.',
    file: 'server/deadlines/openings.ts',
    text: '  rows: rows.filter(({ dueAt }) => dueAt > at),\n  restarted: [],',
    instead:
      '  rows: rows.filter(({ dueAt }) => dueAt > at),\n  restarted: rows.map(({ code }) => code as DeadlineCode),',
    seen: examples,
    named: 'an older judgment leaves the ten days against the newer as they run'
  },
  {
    why: 'What an unexpected record leaves as it is would be moved by it: every better state would be lost.',
    file: 'workflows/case/machine.ts',
    text: 'return region === null || !keeps.includes(situation.regions[region]) || isExpected(situation, type)',
    instead: 'return region === null || keeps !== undefined || isExpected(situation, type)',
    seen: keeps,
    named: 'would be seen: '
  },
  {
    why: 'A receipt handed over to whoever has a permit would not bar a removal.',
    file: 'workflows/regions/residence/reflection.ts',
    text: ': { removalBar: true, rights: [...new Set([...facts.rights,',
    instead: ': { rights: [...new Set([...facts.rights,',
    seen: examples,
    named: 'it raises the bar and leaves the permit'
  },
  {
    why: 'Another refusal would end what is before the court.',
    file: 'workflows/regions/residence/refusal.ts',
    text: "keeps: [...standing, ...ofReflection, 'appeal'],",
    instead: 'keeps: [...standing, ...ofReflection],',
    seen: keeps,
    named: 'leaves what is before the court what it is'
  },
  {
    why: 'A rejected application would take back a protection that was given before it.',
    file: 'workflows/regions/asylum.ts',
    text: "keeps: ['protected'],",
    instead: 'keeps: [],',
    seen: keeps,
    named: 'takes back no protection'
  },
  {
    why: 'A decision would be refused where the file did not wait for it, and its time to appeal would pass unseen.',
    file: 'workflows/case/machine.ts',
    text: 'commandRow(type).records && guards.inThisFile.holds(situation)',
    instead: 'commandRow(type).records && isExpected(situation, type)',
    seen: 'tests/workflows/law/three-rules.test.ts',
    named: ': from every state of its region, with its date, by somebody'
  },
  {
    why: 'The ten-year card would be issued only where the file knows that the stay is regular (A8, CESEDA L425-3).',
    file: 'workflows/regions/residence/cards.ts',
    text: "guards: ['thirdCountry', 'finalConviction', 'complaintOpensCard'],",
    instead: "guards: ['thirdCountry', 'finalConviction', 'complaintOpensCard', 'regularStay'],",
    seen: 'tests/workflows/residence/residence.routes.test.ts',
    named: 'the regular stay is for the prefecture to judge (L425-3)'
  },
  {
    why: 'The ten-year card could not be asked for where the stay is not known to be regular (A8, CESEDA L425-3).',
    file: 'workflows/regions/residence/cards.ts',
    text: "guards: ['finalConviction', 'complaintMade'],",
    instead: "guards: ['finalConviction', 'complaintMade', 'regularStay'],",
    seen: 'tests/workflows/law/three-rules.test.ts',
    named: 'no guard both warns and refuses beside the same act'
  },
  {
    why: 'The permit would be closed by a judgment that nobody here read: no procedure open (A9).',
    file: 'workflows/regions/residence/permit.ts',
    text: "guards: ['thirdCountry', 'complaintMade'],\n",
    instead: "guards: ['thirdCountry', 'complaintMade', 'procedureNotClosed'],\n",
    seen: 'tests/workflows/law/three-rules.test.ts',
    named: 'neither by a guard nor by a requirement'
  },
  {
    why: 'The permit would be closed by a judgment that nobody here read: acts committed abroad (A12).',
    file: 'workflows/regions/residence/permit.ts',
    text: "guards: ['thirdCountry', 'complaintMade'],\n",
    instead: "guards: ['thirdCountry', 'complaintMade', 'factsNotAllAbroad'],\n",
    seen: 'tests/workflows/law/three-rules.test.ts',
    named: 'may warn all the same, and then the act stays open'
  },
  {
    why: 'A circular that asks for a field more would keep the prefect’s refusal out of the case, and its appeal with it.',
    file: 'policies/requirements/table.ts',
    text: "['inOrder', 'handedAfterOffer', 'configured']",
    instead: "['inOrder', 'handedAfterOffer']",
    seen: 'tests/workflows/law/versions.test.ts',
    named: 'never refuses a decision that was really taken'
  },
  {
    why: 'The page would not send what the gate takes: a field that the paper does not bear would be required of a record.',
    file: 'workflows/configuration/forms.ts',
    text: 'return records ? recordForm(command, configuration) :',
    instead: 'return records && command === null ? recordForm(command, configuration) :',
    seen: 'tests/workflows/law/versions.test.ts',
    named: 'never refuses a decision that was really taken'
  }
]
