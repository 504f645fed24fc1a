import type { HeldPermit, RegionState } from '../regions/states.ts'
import type { ConsentScope } from '../vocabulary/vocabulary.ts'

/** The first voice of a collegial decision, waiting for a second one from another institution. */
export type Proposal = {
  opinion: 'positive' | 'insufficient'
  /** Why the elements do not suffice. */
  reason?: string
  personId: string
  orgId: string
  orgType: string
}

export type PermitAsked = 'l425_1' | 'l425_3' | 'l425_11' | 'discretion' | 'coming_of_age'

/** What rules may look at. Never a name, a place or a story: those are sealed by data class. */
export type Facts = {
  /** Where she was met, as the flag says: it never changes, and everyone who takes part is told it. */
  met: string
  /** Where she lives now, and whose services follow her: where she was met until the case follows her elsewhere. */
  territory: string
  danger: 'none' | 'possible' | 'immediate'
  ageGroup: 'adult' | 'minor' | 'doubt'
  ageBand: string | null
  sex: 'female' | 'male' | 'other' | 'unknown'
  nationality: 'french' | 'eu' | 'third_country' | 'unknown'
  stay: 'irregular' | 'regular' | 'unknown'
  forms: string[]
  children: number
  language: string
  localDanger: boolean
  forbiddenZones: string[]
  asylumLink: boolean
  /** An application was under way as she was met; where it stands since is said by its own region. */
  asylumClaim: boolean
  channel: string
  indicators: string[]
  /** Those in force: each is a value of its own, of the class of its scope. Rules ask `agreedTo`. */
  consents: ConsentScope[]
  informed: boolean
  presumed: boolean
  proposal: Proposal | null
  offences: string[]
  /** The day of the last complaint or testimony: what it opens is read in the list that stood then. */
  offencesOn: string | null
  procedureOpen: boolean
  /** What she answered when the reflection period was proposed, and where her stay stood; null until it is. */
  reflection: { wished: boolean; from: RegionState<'residence'> } | null
  removalBar: boolean
  rights: string[]
  closure: string | null
  /** Where the acts were committed: the prosecution of that place is competent, not the one of the cell's seat. */
  factsTerritory: string | null
  /** Of the courts of that place, the one that was named. */
  court: string | null
  /** Where a minor was found: the prosecution of that place may place them in urgency (C. civ. 375-5). */
  foundIn: string | null
  /** All acts abroad and by foreigners: case law closes CESEDA L425-1, and nothing else. */
  factsAbroad: boolean
  /** The day on which a conviction became final. */
  finalOn: string | null
  /** The interregional court (JIRS) that took the procedure over. */
  jirs: string | null
  /** Protection of a witness (CPP 706-40-1) asked for. */
  protection: boolean
  civilParty: boolean
  compensation: 'none' | 'claimed' | 'paid'
  /** Suspected of an offence that she was made to commit. Nothing of the offence is ever kept. */
  forcedCriminality: boolean
  guardianNamed: boolean
  /** A child who ran away and is searched for. */
  missing: boolean
  /** Where protection stood before a flight or a dispute about age, to come back to. */
  minorBefore: RegionState<'minor'> | null
  /** What was decided of a disputed age, by a judge or a prosecutor. */
  ageDecision: 'disputed' | 'minor' | 'adult' | null
  majorityPrepared: boolean
  /** Police or gendarmerie have found the person to be a victim: of a minor, they tell the prosecutor (CESEDA R425-10). */
  policeKnow: boolean
  /** The département has received the child provisionally, and how that ended is not said yet. */
  received: boolean
  /** The judge’s last decision leaves the child with the family, or takes it back there. */
  sentHome: boolean
  /** The département has assessed the report of concern it received. */
  concernAssessed: boolean
  /** Where protection stood as a child fled while their age was disputed. */
  fledFrom: RegionState<'minor'> | null
  /** The time for the decision on the merits was extended once (CPC 1185). */
  meritsExtended: boolean
  exitProgramme: 'none' | 'asked' | 'refused' | 'running' | 'ended'
  /** Periods of six months that the exit programme has had: four at most. */
  programmePeriods: number
  /** What she lives on, of the two that exclude each other: it ends with what it rests on. */
  allowance: 'none' | 'ada' | 'afis'
  /** Asylum was refused, and no other way to a stay has been prepared since. */
  asylumRouteDue: boolean
  /** The time to ask for another permit beside asylum is over. */
  invitationOver: boolean
  /** The prefecture waits for documents: its silence counts no more until they come. */
  documentsAsked: boolean
  /** Clocks of the law that have run out and on which an act depends. */
  lapsed: string[]
  /** The permit that the application before the prefecture asks for. */
  permitAsked: PermitAsked | null
  /** Where an application stands for another permit than the one held, which it does not touch. */
  otherPermit: 'none' | 'asked' | 'refused' | 'appeal'
  renewalAsked: boolean
  /** The permit that the last decision took back: annulled, that decision never was. */
  withdrawnPermit: HeldPermit | null
  /** From when to when the stay is known to be regular: the ten-year card looks at the day of the final conviction. */
  regularSince: string | null
  regularUntil: string | null
  /** Another residence route was prepared, since the one she relied on may close. */
  routePrepared: boolean
  /** No news for the configured time: the clock proposes to close, a cell confirms. Never a minor. */
  contactLost: boolean
  /** The risk of a return to the country was weighed with the person. */
  returnAssessed: boolean
  /** She has left the country, and what is left to do is to close the case. */
  departed: boolean
  /** A merge proposed by one person and waiting for another: the code of the case that stays. */
  merging: { into: string; personId: string } | null
  /** Closing asked for by whoever accompanies the person, until the cell has answered. */
  closing: { reason: string; personId: string } | null
  /** A move to another territory that its cell has not taken up yet. */
  transfer: { to: string } | null
  /** Where identification stood before a merge or a transfer, to come back to. */
  identificationBefore: RegionState<'identification'> | null
  archived: boolean
  /** A place of Ac.Sé is promised to her, or was last. */
  host: 'acse' | null
  /** She sleeps in a bed of Ac.Sé, while another place is sought for her as well. */
  bed: 'acse' | null
  /** A place of the asylum scheme: sought, or slept in while another may be sought as well. */
  asylumPlace: 'none' | 'sought' | 'slept'
  /** The asylum place that is held for her was held longer once. */
  asylumHoldExtended: boolean
  /** Asylum was decided while she sleeps in a place of its scheme: whether it is still hers is to be said. */
  rehousing: boolean
  /** The place that is held for her was held longer once. */
  holdExtended: boolean
}

/** Everything that a flag does not tell. */
export const unknownFacts: Omit<Facts, 'met' | 'territory'> = {
  danger: 'possible',
  ageGroup: 'doubt',
  ageBand: null,
  sex: 'unknown',
  nationality: 'unknown',
  stay: 'unknown',
  forms: [],
  children: 0,
  language: 'fr',
  localDanger: false,
  forbiddenZones: [],
  asylumLink: false,
  asylumClaim: false,
  channel: 'other',
  indicators: [],
  consents: [],
  informed: false,
  presumed: false,
  proposal: null,
  offences: [],
  offencesOn: null,
  procedureOpen: false,
  reflection: null,
  removalBar: false,
  rights: [],
  closure: null,
  factsTerritory: null,
  court: null,
  foundIn: null,
  factsAbroad: false,
  finalOn: null,
  jirs: null,
  protection: false,
  civilParty: false,
  compensation: 'none',
  forcedCriminality: false,
  guardianNamed: false,
  missing: false,
  minorBefore: null,
  ageDecision: null,
  majorityPrepared: false,
  policeKnow: false,
  received: false,
  sentHome: false,
  concernAssessed: false,
  fledFrom: null,
  meritsExtended: false,
  exitProgramme: 'none',
  programmePeriods: 0,
  allowance: 'none',
  asylumRouteDue: false,
  invitationOver: false,
  documentsAsked: false,
  lapsed: [],
  permitAsked: null,
  otherPermit: 'none',
  renewalAsked: false,
  withdrawnPermit: null,
  regularSince: null,
  regularUntil: null,
  routePrepared: false,
  contactLost: false,
  returnAssessed: false,
  departed: false,
  merging: null,
  closing: null,
  transfer: null,
  identificationBefore: null,
  archived: false,
  host: null,
  bed: null,
  asylumPlace: 'none',
  asylumHoldExtended: false,
  rehousing: false,
  holdExtended: false
}

/** Whose prosecution follows the acts: where they were committed, or where a minor was found; never the seat of the cell. */
export const prosecutedIn = (facts: Pick<Facts, 'factsTerritory' | 'foundIn' | 'ageGroup'>) =>
  facts.factsTerritory ?? (isMinor(facts) ? facts.foundIn : null)

/** Whether the stay is known to be regular, and no end of it is. */
export const staysRegularly = ({
  stay,
  regularSince,
  regularUntil
}: Pick<Facts, 'stay' | 'regularSince' | 'regularUntil'>) =>
  regularUntil === null && (stay === 'regular' || regularSince !== null)

/** Whether she agrees to this, now. */
export const agreedTo = ({ consents }: Pick<Facts, 'consents'>, scope: ConsentScope): boolean =>
  consents.includes(scope)

/** Where whoever may not know where she lives is told that she is. */
export const metTerritory = ({ met }: Pick<Facts, 'met'>) => met

/** Doubt about age means minor (Council of Europe Convention 197, art. 10). */
export const isMinor = (facts: Pick<Facts, 'ageGroup'>) => facts.ageGroup !== 'adult'
