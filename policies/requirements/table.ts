import { commandRow, commandTypes, type CommandType } from '../../workflows/case/commands.ts'
import { heldAgainst, precedenceProblems } from '../../workflows/case/precedence.ts'
import type { RequirementId } from '../../workflows/act/requirements.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { appointmentProblems } from '../../workflows/case/input.ts'
import { rulesTold } from '../../workflows/configuration/local/told.ts'
import { isRead } from '../../workflows/law/register.ts'
import type { InputProblem } from '../../workflows/vocabulary/problem.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { agreementRefused, asksAgreement } from '../consent-rules.ts'
import { ageChangeRefused } from '../correction-rights.ts'
import { approvalLacking, lacking } from '../habilitations.ts'
import { newIn, unreadIn } from '../known.ts'
import {
  namingRefused,
  askingRefused,
  closingRefused,
  mergeRefused,
  ownConsentRefused,
  seekingRefused
} from '../separation.ts'
import { besideRequirements } from './beside.ts'
import { configuredProblems, formProblems, meetingRefused, namesPlace, placeProblems } from './form.ts'
import {
  addresses,
  addressProblems,
  afterOfferProblems,
  birthProblems,
  corrects,
  lapseProblems,
  returnProblems,
  saidProblems
} from './history.ts'
import {
  ofAct,
  ofForm,
  type Asked,
  type Filled,
  type Readings,
  type Requirement,
  type Shown
} from './requirement.ts'
import { rests } from './rests.ts'
import {
  concludingRefused,
  firstVoiceRefused,
  secondVoiceRefused,
  tooClose,
  voicesRefused
} from './voices.ts'

const unchanged: Bilingual = {
  fr: 'Rien ne change : modifiez au moins une réponse, ou revenez au dossier.',
  en: 'Nothing changes: alter one answer at least, or go back to the case.'
}

const dayIn = (input: Record<string, unknown>, field: string): string | null =>
  typeof input[field] === 'string' ? input[field] : null

const everyAct = () => true

const of = (field: string, code: string, message: Bilingual | null): InputProblem[] =>
  message ? [{ field, code, message }] : []

/** Each requirement, in the order in which they are said: one that is not met says nothing of those that follow. */
export const requirements: Record<RequirementId, Requirement> = {
  designated: ofAct(['regimes'], ({ command, actor }, { regimes }) => lacking(command, actor.role, regimes)),
  agreed: ofAct([], ({ command, told }) => agreementRefused(command, told.facts), asksAgreement),
  notRecused: ofAct(['closeness'], ({ actor, sight }, { closeness }) => tooClose(actor, closeness, sight)),
  firstVoice: ofAct(
    ['deciding', 'fallen'],
    ({ actor, told }, { deciding, fallen }) =>
      concludingRefused(actor, deciding) ?? firstVoiceRefused(told.facts, actor, { ...deciding, fallen })
  ),
  secondVoice: ofAct(
    ['deciding', 'fallen'],
    ({ command, actor, told }, { deciding, fallen }) =>
      concludingRefused(actor, deciding) ??
      secondVoiceRefused(told.facts, { command, actor, counting: { ...deciding, fallen } })
  ),
  voicesRequired: ofAct(['deciding', 'fallen'], ({ command, actor, told }, { deciding, fallen }) =>
    voicesRefused(told.facts, { command, actor, counting: { ...deciding, fallen } })
  ),
  otherMerges: ofAct([], ({ actor, told }) => mergeRefused(told.facts, actor)),
  leftToReferent: ofAct(['accompanied'], ({ command, actor }, { accompanied }) =>
    askingRefused(command, actor, accompanied)
  ),
  soughtByReferent: ofAct(['accompanied'], ({ sight, told }, { accompanied }) =>
    seekingRefused(told, sight, accompanied)
  ),
  unaccompanied: ofAct(['accompanied', 'bereft'], ({ told }, { accompanied, bereft }) =>
    namingRefused(told, { accompanied, bereft: bereft && !accompanied })
  ),
  otherCloses: ofAct([], ({ actor, told }) => closingRefused(told.facts, actor)),
  ageKept: ofForm([], ({ input, actor, told }) =>
    of('ageGroup', 'not_yours', ageChangeRefused(input, told.facts, actor))
  ),
  ownSheet: ofForm([], ({ input, actor }) => of('scopes', 'own_consent', ownConsentRefused(input, actor))),
  form: ofForm([], ({ command, input, today, told }) => formProblems(command, input, today, told), {
    follows: everyAct
  }),
  appointment: ofForm(
    [],
    ({ command, input, today, at }) => appointmentProblems(commandRow(command).input, input, { today, at }),
    { follows: everyAct }
  ),
  // Of what was decided earlier, the approval of that day counts.
  approved: ofForm(['approval'], ({ input, today }, { approval }) =>
    typeof input['orgId'] === 'string'
      ? of('orgId', 'not_approved', approvalLacking(approval, dayIn(input, 'decidedOn') ?? today))
      : []
  ),
  configured: ofForm(
    ['configuration'],
    ({ command, input, added, sight }, { configuration }) =>
      configuredProblems(command, input, rulesTold(configuration, sight), added ?? null),
    { follows: everyAct }
  ),
  fittingPlace: ofForm(['bars'], ({ input, sight }, { bars }) => placeProblems(input, bars, sight), {
    follows: namesPlace
  }),
  somethingNew: ofForm([], ({ input, sight }) => {
    const unread = unreadIn(input, sight)
    if (unread.length > 0) return unread
    return Object.keys(newIn(input, sight)).length === 0 ? of('', 'unchanged', unchanged) : []
  }),
  handedAfterOffer: ofForm(['lastOfferOfReflection'], (asked, { lastOfferOfReflection }) =>
    afterOfferProblems(asked, lastOfferOfReflection)
  ),
  permitOver: ofForm(['permitEnds'], (asked, { permitEnds }) => lapseProblems(asked, permitEnds)),
  inOrder: ofForm(
    ['earlier'],
    // By the days that the actor is told, and by no other: earlier and earlier days would be tried until one is taken.
    (asked, { earlier }) =>
      precedenceProblems(asked, earlier.filter(asked.sight.hearsOf), zoneOf(asked.territory)),
    { follows: (type) => heldAgainst(type).length > 0 }
  ),
  saidByOthers: ofForm(['lastAgeSaid', 'referents'], saidProblems, { bears: corrects }),
  addressByReferent: ofForm(['referents'], addressProblems, {
    follows: (type) => 'address' in commandRow(type).input.properties,
    bears: addresses
  }),
  protectionKept: ofForm([], birthProblems),
  returnDecided: ofForm([], returnProblems),
  decidedInMeeting: ofForm(['meetingDecision'], (asked, { meetingDecision }) =>
    meetingRefused(asked, meetingDecision)
  ),
  ...besideRequirements
}

const ids = Object.keys(requirements) as RequirementId[]

/**
 * Of a record these refuse nothing: what was really decided waits for no agreement, comes in no order of ours, and says what
 * it says, whatever a version asks for or offers.
 */
const saidOfRecords: readonly RequirementId[] = ['inOrder', 'handedAfterOffer', 'configured']
const notOfRecords: readonly RequirementId[] = [...saidOfRecords, 'agreed', 'notAsked']

const required = new Map(
  commandTypes.map((type) => [
    type,
    ids.filter((id) => commandRow(type).requires.includes(id) || requirements[id].follows?.(type))
  ])
)

const isRecord = (type: CommandType) => commandRow(type).records

/** What rests on an article of which nobody has read words with their day: of any act it warns, and refuses nothing. */
const restsOnUnread = (id: RequirementId): boolean => {
  const on = rests[id]
  return typeof on !== 'string' && !on.every(isRead)
}

/** What an act requires: what its row names, and what follows from the rest of it. */
export const requirementsOf = (type: CommandType): readonly RequirementId[] =>
  required.get(type)!.filter((id) => !restsOnUnread(id) && !(isRecord(type) && notOfRecords.includes(id)))

/** What is kept with an act as odd and refuses nothing. */
export const saidOf = (type: CommandType): readonly RequirementId[] =>
  required.get(type)!.filter((id) => restsOnUnread(id) || (isRecord(type) && saidOfRecords.includes(id)))

/** What an act requires to be read, by a button, or by the gate for what is filled in. */
export const readFor = (
  type: CommandType,
  bears: (one: Requirement) => boolean = () => true
): (keyof Readings)[] => [
  ...new Set(
    [...requirementsOf(type), ...saidOf(type)].flatMap((id) =>
      bears(requirements[id]) ? requirements[id].reads : []
    )
  )
]

export const withoutForm = ({ of }: Requirement): boolean => of !== 'form'
export const bearingOn =
  (asked: Filled) =>
  (one: Requirement): boolean =>
    one.of !== 'form' || one.bears(asked)

/** Why this person may not do an act that the case opens, whatever they fill in, or null: the reason on the button. */
export const refusedAtOnce = (asked: Asked, known: Shown): Bilingual | null => {
  for (const id of requirementsOf(asked.command)) {
    const one = requirements[id]
    const reason = one.of === 'form' ? null : one.refuses(asked, known)
    if (reason) return reason
  }
  return null
}

/** Of a field that is missed, which: who is told so depends on whose it is. */
const oddCode = ({ field, code }: InputProblem) => (code === 'required' ? `required.${field}` : code)

/** What an act says against the days of the case, lacks of what its version asks, or of what an unread article does, in codes: kept with it, it refuses nothing. */
export const oddIn = (asked: Filled, known: Readings): string[] =>
  saidOf(asked.command).flatMap((id) => {
    const one = requirements[id]
    const why = one.of === 'form' && bearingOn(asked)(one) ? one.refuses(asked, known) : null
    return Array.isArray(why) ? (why as InputProblem[]).map(oddCode) : []
  })

export type Refused = { requirement: RequirementId; why: Bilingual | readonly InputProblem[] }

/** The first requirement that is not met, with what it says: of the act, or of fields; or, asked last, of the world. */
export const refusedTo = (asked: Filled, known: Readings, ofWorld = false): Refused | null => {
  for (const requirement of requirementsOf(asked.command)) {
    const one = requirements[requirement]
    const why = (one.of === 'world') === ofWorld && bearingOn(asked)(one) && one.refuses(asked, known)
    if (why && !(Array.isArray(why) && why.length === 0)) return { requirement, why }
  }
  return null
}
