/** What the API answers, by the names that its own description gives; and what pages make of it. */
import type * as Api from '../../.svelte-kit/api.d.ts'

export type * from '../../.svelte-kit/api.d.ts'

export type Tone = Api.Badge['tone']
export type RegionTone = Api.RegionView['tone']
export type NavKey = Api.Me['nav'][number]
export type Room = Api.Me['rooms'][number]

/** What a list is asked for. */
export type WorklistQuery = NonNullable<Api.paths['/api/cases']['get']['parameters']['query']>
export type DeadlinesQuery = NonNullable<Api.paths['/api/deadlines']['get']['parameters']['query']>
export type WorklistView = NonNullable<WorklistQuery['view']>
export type PlacesQuery = NonNullable<Api.paths['/api/places']['get']['parameters']['query']>
export type ClassView = Api.CaseView['classes'][number]
/** An act, of a case or of whatever else is acted on, as a button shows it. */
export type OfferedAct = Omit<Api.ActionLine, 'rank'> | Api.ActionView
/** A clock of a case, without how it is counted. */
export type CaseClock = Omit<Api.DeadlineView, 'computation' | 'basis' | 'startsOn' | 'version'>
/** What a case waits for next, where the case is read. */
export type CaseStep = Omit<Api.CaseView['nextStep'], 'due'> & { due: CaseClock | null }
/** A referral where its case is read. */
export type CaseReferral = Omit<Api.ReferralLine, 'caseId' | 'caseCode' | 'toSettle' | 'danger'>
/** A line of a story, with or without the ground of the act. */
export type StoryLine = Omit<Api.EventView, 'basis'> & { basis?: Api.EventView['basis'] }
export type PlaceStatus = Api.PlaceLine['status']
export type LabelledValue = Api.EventView['fields'][number]
/** A refusal, by the API or by a page that knows it beforehand. */
export type Problem = Omit<Api.Problem, 'type'>
