import type { LawMutant } from '../mistake.ts'

const seen = 'tests/workflows/configuration/protocol.test.ts'
const problems = 'tests/workflows/configuration/protocol.problems.test.ts'
const effective = 'tests/workflows/configuration/protocol.effective.test.ts'

/** What a territory would take from people, were its protocol less closed. */
export const localMutants: readonly LawMutant[] = [
  {
    why: 'Who concludes would show the receiving cell whence the person came, by the protocol of that place.',
    file: 'server/cases/configuration.ts',
    text: 'if (territory === met) return configurationOf(tx, pin)',
    instead: 'if (territory !== met || met) return configurationOf(tx, pin)',
    seen: 'tests/server/protocols/origin.test.ts',
    named: 'is not what the protocol of where the person was met says'
  },
  {
    why: 'A département would decide how long a period that a text founds lasts.',
    file: 'workflows/configuration/local/protocol.ts',
    text: '!statuteIn([(deadlineRegister[code] as DeadlineRow).basis]) &&',
    instead: '',
    seen,
    named: 'has one length in the whole country'
  },
  {
    why: 'A département would end consents, archive and erase sooner than the others.',
    file: 'workflows/configuration/local/protocol.ts',
    text: "(firing(code) === null || firing(code) === 'expire')",
    instead: 'firing(code) !== undefined',
    seen,
    named: 'has one length in the whole country'
  },
  {
    why: 'A child in danger would be answered later there than elsewhere.',
    file: 'workflows/configuration/local/problems.ts',
    text: '(here.unit === there.unit && here.n <= there.n)',
    instead: 'here.n <= there.n',
    seen: problems,
    named: 'answered sooner than elsewhere, never later'
  },
  {
    why: 'A prefecture would have a reason of its own to refuse what a text gives.',
    file: 'workflows/configuration/added.ts',
    text: '!kindRow(kind).opensAtOnce && !decidedByLaw.includes(kind)',
    instead: '!kindRow(kind).opensAtOnce',
    seen,
    named: 'no refusal that a text founds'
  },
  {
    why: 'A permit would be refused for a reason that no text knows.',
    file: 'workflows/configuration/added.ts',
    text: '!statuteIn(commandRow(command).basis)',
    instead: 'commandRow(command) !== undefined',
    seen,
    named: 'no refusal that a text founds'
  },
  {
    why: 'The length of a clock, told to all, would say to which département somebody fled.',
    file: 'workflows/configuration/local/moving.ts',
    text: 'met === moving.territory && local',
    instead: 'local',
    seen: effective,
    named: 'a move changes one part of it alone'
  },
  {
    why: 'A member of the cell where somebody was moved to would read in which département the person was met.',
    file: 'workflows/configuration/local/told.ts',
    text: 'origin ? pin : pinName(',
    instead: 'origin !== undefined ? pin : pinName(',
    seen: 'tests/workflows/configuration/told.test.ts',
    named: 'whoever may not know where the person was met'
  },
  {
    why: 'A form would offer there the reasons of the place from which the person was moved.',
    file: 'workflows/configuration/local/told.ts',
    text: '!bearsPlace(code)',
    instead: 'code !== ``',
    seen: 'tests/workflows/configuration/told.test.ts',
    named: 'whoever may not know where the person was met'
  },
  {
    why: 'A house asked for its place would read in its refusals where the person fled from.',
    file: 'workflows/configuration/added.ts',
    text: ' && learnsPlace(kind)',
    instead: '',
    seen,
    named: 'by no length and no reason, before it is told of it at all'
  },
  {
    why: 'How soon a house is to answer would say where the person was met.',
    file: 'workflows/configuration/local/protocol.ts',
    text: '!answeredUntold.has(code) &&',
    instead: '',
    seen,
    named: 'by no length and no reason, before it is told of it at all'
  },
  {
    why: 'A protocol would lock a cell out: nobody there would be told whether they are a victim.',
    file: 'workflows/configuration/problems.cell.ts',
    text: 'Math.min(one.seats, there[one.type] ?? 0)',
    instead: 'one.seats',
    seen: problems,
    named: 'a quorum of more institutions than there are'
  },
  {
    why: 'A national version would make a cell unable to decide, and nobody would be told before its day.',
    file: 'workflows/configuration/local/problems.ts',
    text: 'protocolProblems(local, national, national.effectiveOn)',
    instead: 'named(local)',
    seen: problems,
    named: 'a national version under which a signed protocol could never decide'
  },
  {
    why: 'Whoever the territory seats in its cell would not sit there.',
    file: 'workflows/configuration/local/effective.ts',
    text: 'said({ composition, decidesBy, quorum, concludes })',
    instead: 'said({ decidesBy, quorum, concludes })',
    seen: effective,
    named: 'reads back each rule that a protocol sets'
  },
  {
    why: 'A reason that the country offers would be gone wherever a protocol stands.',
    file: 'workflows/configuration/local/effective.ts',
    text: '[...(national.reasons.added ?? []), ...added]',
    instead: '[...added]',
    seen: effective,
    named: 'reads back each rule that a protocol sets'
  },
  {
    why: 'One reason would stand twice in a form, once of the country and once of the territory.',
    file: 'workflows/configuration/problems.added.ts',
    text: "field === 'reasons.added' ? [] : (configuration.reasons.added ?? [])",
    instead: '[] as readonly AddedReason[]',
    seen: problems,
    named: 'an added reason that leads nowhere'
  },
  {
    why: 'The protocol of a département would override the one that its court signed.',
    file: 'workflows/configuration/local/place.ts',
    text: 'return [...district, code]',
    instead: 'return [code, ...district]',
    seen,
    named: 'a court comes before its département'
  },
  {
    why: 'The protocol of a département would stand over that of the court whose district the cell has said.',
    file: 'server/cases/district.ts',
    text: 'protocolAmong(tx, placesFor(met, court),',
    instead: 'protocolAmong(tx, placesFor(met, court).toReversed(),',
    seen: 'tests/server/protocols/district.test.ts',
    named: 'is that of a case once the cell says the district'
  },
  {
    why: 'A meeting would decide the cases of a court by the rules of its whole cell.',
    file: 'workflows/meeting/quorum.ts',
    text: '...rules.ofItems?.[itemId]',
    instead: '',
    seen: 'tests/server/meetings/courts.test.ts',
    named: 'counts the quorum of each by its own protocol'
  },
  {
    why: 'A court without a protocol would be forgotten as soon as it is named.',
    file: 'server/protocols/named.ts',
    text: "${courtNamed('c.id')} = $4",
    instead: 'false and $4::text is not null',
    seen: 'tests/server/protocols/district.test.ts',
    named: 'is offered, once it is signed, to the cases whose court was named before'
  },
  {
    why: 'A court that was named and taken back would be offered its protocol.',
    file: 'server/cases/district.ts',
    text: 'order by e.seq desc limit 1)`',
    instead: 'order by e.seq limit 1)`',
    seen: 'tests/server/protocols/district.test.ts',
    named: 'is offered, once it is signed, to the cases whose court was named before'
  },
  {
    why: 'The court that an agenda says of a case from elsewhere would be read by its members.',
    file: 'server/meetings/handlers.ts',
    text: 'await forgetCourts(act.tx, act.meeting)',
    instead: '',
    seen: 'tests/server/meetings/courts.test.ts',
    named: 'is decided by the one that its agenda says'
  },
  {
    why: 'A case from elsewhere would be decided by the rules of the whole cell, whatever its agenda says.',
    file: 'server/meetings/rules.ts',
    text: 'one.court === null ? null : courtRules(tx, one.court, at)',
    instead: 'null',
    seen: 'tests/server/meetings/courts.test.ts',
    named: 'is decided by the one that its agenda says'
  },
  {
    why: 'An agenda would say of a case of the place another court than the case does.',
    file: 'server/meetings/rules.ts',
    text: '!row || row.met === territory',
    instead: '!row',
    seen: 'tests/server/meetings/courts.test.ts',
    named: 'is no case of this place'
  },
  {
    why: 'A court would be named by who has not read what it changes.',
    file: 'server/commands/decide.ts',
    text: "if (version === tagOf(keys, follows)) return 'case'",
    instead: "if (version === tagOf(keys, follows)) return 'shown'",
    seen: 'tests/server/protocols/district.shown.test.ts',
    named: 'by who has read the case and not what each court would change'
  },
  {
    why: 'Who wrote a protocol would sign it.',
    file: 'policies/protocols.ts',
    text: 'if (writers.includes(personId)) return ownText',
    instead: '',
    seen: 'tests/policies/protocols.test.ts',
    named: 'is refused to who wrote'
  },
  {
    why: 'One person would sign for both sides.',
    file: 'policies/protocols.ts',
    text: 'given.some((one) => one.personId === personId) ? personSigned : null',
    instead: 'null',
    seen: 'tests/policies/protocols.test.ts',
    named: 'is refused to who wrote'
  },
  {
    why: 'A cell that is not accredited would write the rules of its territory.',
    file: 'policies/protocols.ts',
    text: 'accredited && territory !== null &&',
    instead: 'territory !== null &&',
    seen: 'tests/policies/protocols.test.ts',
    named: 'none is prepared by a cell'
  }
]
