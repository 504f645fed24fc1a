import { fail, redirect } from '@sveltejs/kit'
import { get, getIfAllowed, idempotencyKey, send, type Fetch } from '#lib/api.ts'
import { keyIn } from '#lib/access/after.ts'
import type {
  CaseClock,
  CaseReferral,
  CaseStep,
  CaseView,
  Compartment,
  LinkedCases,
  SealedClass
} from '#lib/api.types.ts'
import { nearestFirst } from '#lib/case/clock.ts'
import { consentShown } from '#lib/case/head/consents.ts'
import { likenessOf } from '#lib/case/likeness.ts'
import { caseHref, doneHref, undoHref } from '#lib/case/links.ts'
import { asksPlace, formHere } from '#lib/case/next/step.ts'
import { latestOf } from '#lib/case/story.ts'
import { offeredAtOnce } from '#lib/case/offered.ts'
import { act } from '#lib/form/act.ts'
import { withLists } from '#lib/form/lists.ts'
import { followersIn } from '#lib/teams/followers.ts'
import type { Actions, PageServerLoad } from './$types'

/** `fromTitle`: asked for beside the title, and opened there. */
type Shown = Compartment & { lines: string[]; fromTitle: boolean }

// What is many, and looked for now and then, has a page of its own: the case says how many there are.
const newestLines = 6
const nearestClocks = 4
const fewWaiting = 3

// The page bears twice what it draws, in words and for the browser to go on from: what it does not draw stays here.
/** Acts that are not open yet, each with its reason, are shown when they are asked for. */
const actsShown = (whole: Pick<CaseView, 'actions'>, all: boolean) => {
  const actions = whole.actions.map(({ rank: _rank, ...act }) => act)
  const open = actions.filter(({ enabled }) => enabled)
  const waiting = actions.length - open.length
  return all || waiting <= fewWaiting ? { actions, later: 0 } : { actions: open, later: waiting }
}

/** How a clock is counted stands where all of them are. */
const clockShown = ({
  computation: _computation,
  basis: _basis,
  startsOn: _startsOn,
  version: _version,
  ...clock
}: CaseView['deadlines'][number]): CaseClock => clock

const clocksShown = ({ deadlines }: Pick<CaseView, 'deadlines'>) =>
  nearestFirst(deadlines).slice(0, nearestClocks).map(clockShown)

const stepShown = ({ due, ...step }: CaseView['nextStep']): CaseStep => ({
  ...step,
  due: due && clockShown(due)
})

const referralsShown = ({ referrals }: Pick<CaseView, 'referrals'>) =>
  referrals.map(
    ({ caseId: _caseId, caseCode: _caseCode, toSettle: _toSettle, danger: _danger, ...line }): CaseReferral =>
      line
  )

/** Those that are held, where there are any or one may be made. */
const heldOf = ({ items, kinds }: LinkedCases) => {
  const held = items.filter(({ endedOn }) => endedOn === null)
  return held.length > 0 || kinds.length > 0 ? { items: held } : null
}

const listsOfActs = ['tous', 'inattendus'] as const

const nothingBeside = { timeline: [], deadlines: [], referrals: [], consents: [] }

/** `asked`: which acts somebody wants to see all of; the page is then of these, and the rest one link away. */
const shownOf = ({ older: _older, ...read }: CaseView, asked: string | null) => {
  const whole = asked === null ? read : { ...read, ...nothingBeside }
  const { actions: listed, later } = actsShown(whole, asked === 'tous')
  const { actions, further } = offeredAtOnce(listed, whole.nextStep.command)
  const timeline = whole.timeline.map(({ basis: _basis, ...line }) => line)
  const undone = read.deadlines.find(({ code }) => code === 'MNIO-MERGE-UNDO')
  return {
    view: {
      ...whole,
      ...{ actions, timeline, deadlines: clocksShown(whole), referrals: referralsShown(whole) },
      nextStep: stepShown(whole.nextStep),
      consents: whole.consents.map(consentShown),
      classes: whole.classes.filter(({ access }) => access !== 'open')
    },
    ...{ further, later },
    moreClocks: Math.max(0, whole.deadlines.length - nearestClocks),
    undoUntil: undone?.dueOn ?? null
  }
}

/** The next step with the lists that its form names, and the places that it may choose among. */
async function nextShown(fetcher: Fetch, view: Pick<CaseView, 'id' | 'nextStep'>) {
  const form = formHere(view)
  if (!form) return { nextStep: view.nextStep, matching: [] }
  const [input, places] = await Promise.all([
    withLists(fetcher, form.input),
    asksPlace(form) ? getIfAllowed(fetcher, '/api/places/matching', { query: { case: view.id } }) : null
  ])
  return { nextStep: { ...view.nextStep, form: { ...form, input } }, matching: places?.items ?? [] }
}

const readNow = (
  fetcher: Fetch,
  path: { id: string },
  acts: 'closed' | 'all' | 'none',
  events = newestLines
) => get(fetcher, '/api/cases/{id}', { path, query: { events, acts, next: 'form' } })

/** Where the act that was just done is taken back by whoever did it: the story alone knows by which name. */
async function undoOf(fetcher: Fetch, path: { id: string }, command: string) {
  const story = await getIfAllowed(fetcher, '/api/cases/{id}/events', { path })
  const act = latestOf(story?.items ?? [], [command])
  return act?.ref && !act.undoneByOthers ? undoHref(path.id, act.ref) : null
}

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const asked = listsOfActs.find((one) => one === url.searchParams.get('actes')) ?? null
  const [view, emergency, followers, linked] = await Promise.all([
    readNow(fetch, params, asked === 'inattendus' ? 'all' : 'closed'),
    getIfAllowed(fetch, '/api/cases/{id}/emergency', { path: params }),
    getIfAllowed(fetch, '/api/cases/{id}/followers', { path: params }),
    getIfAllowed(fetch, '/api/cases/{id}/links', { path: params })
  ])
  const { nextStep, matching } = await nextShown(fetch, view)
  const answered = url.searchParams.get('repondu')
  const done = url.searchParams.get('fait')
  return {
    ...shownOf({ ...view, nextStep }, asked),
    actsAlone: asked !== null,
    matching,
    answered: view.referrals.find(({ id }) => id === answered) ?? null,
    openings: emergency?.openings ?? [],
    emergency: (emergency?.actions.length ?? 0) > 0,
    ...{ followers, linked: linked && heldOf(linked), key: idempotencyKey() },
    likeness: await likenessOf(fetch, view),
    done,
    undo: done && answered === null ? await undoOf(fetch, params, done) : null
  }
}

/** Each reading is asked for, journaled by the API, and stands in this one answer. */
export const actions: Actions = {
  step: async ({ fetch, params, request, locals: { locale, now } }) => {
    const form = await request.formData()
    const command = String(form.get('_command') ?? '')
    const { nextStep } = await readNow(fetch, params, 'none', 0)
    const action = nextStep.command === command ? (nextStep.form ?? null) : null
    const view = { version: action?.version ?? '', actions: action ? [action] : [] }
    const target = { view, path: `/api/cases/${params.id}`, command, locale, now } as const
    const outcome = await act(fetch, target, form)
    if (!outcome.done)
      return fail(outcome.refused.problem.status, { step: { command, refused: outcome.refused } })
    const here = caseHref(params.id)
    redirect(303, outcome.inSight ? doneHref(here, command) : `${here}/hors-perimetre`)
  },
  reveal: async ({ fetch, params, request }) => {
    const asked = await request.formData()
    const path = { id: params.id, class: String(asked.get('class') ?? '') as SealedClass }
    const compartment = await getIfAllowed(fetch, '/api/cases/{id}/compartments/{class}', { path })
    if (!compartment) return fail(404, { shown: null, refused: true })
    const shown: Shown = { ...compartment, lines: [], fromTitle: asked.get('from') === 'title' }
    return { shown, refused: false }
  },
  address: async ({ fetch, params, request }) => {
    const stay = (await request.formData()).get('stay')
    // Where a child is taken is written in the decision; the address of a shelter stands with its place.
    const [address, written] = await Promise.all([
      stay ? getIfAllowed(fetch, '/api/stays/{id}/address', { path: { id: String(stay) } }) : null,
      getIfAllowed(fetch, '/api/cases/{id}/compartments/{class}', { path: { id: params.id, class: 'A' } })
    ])
    if (!address && !written) return fail(404, { shown: null, refused: true })
    const [lines, fields] = [address?.lines ?? [], written?.fields ?? []]
    const shown: Shown = { class: 'A', fields, lines, fromTitle: false }
    return { shown, refused: false }
  },
  // Whoever has handed it on may read it no more: what comes next is their own caseload.
  hand: async ({ fetch, params, request }) => {
    const form = await request.formData()
    const to = String(form.get('to') ?? '')
    const body = { cases: [params.id], ...followersIn(to) }
    const sent = await send(fetch, 'post', '/api/teams/caseload', { body, key: keyIn(form) })
    if (!sent.ok) return fail(sent.problem.status, { problem: sent.problem, to, key: sent.key })
    redirect(303, '/equipe?fait')
  }
}
