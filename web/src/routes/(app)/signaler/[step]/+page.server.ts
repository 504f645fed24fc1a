import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { idempotencyKey, send, type Fetch } from '#lib/api.ts'
import type { Problem } from '#lib/api.types.ts'
import {
  afterSending,
  answered,
  flagFields,
  flagInput,
  isCarried,
  maybeMinor,
  nthPerson,
  screensFor,
  typedOn,
  type Draft
} from '#lib/flag/answers.ts'
import { keepDraft, openDraft, readForm, todayFor } from '#lib/flag/desk.ts'
import { gapProblem } from '#lib/flag/gaps.ts'
import { unheardIn } from '#lib/flag/on-call.ts'
import { allGaps, fieldsNamed, reviewOf } from '#lib/flag/review.ts'
import { signsOffered } from '#lib/flag/signs.ts'
import { contentsOf, firstScreen, neighbours, placesOf, screensOf, type Screen } from '#lib/flag/steps.ts'
import type { Typed } from '#lib/form/parse.ts'
import { translate, type Locale } from '#lib/messages.ts'
import { dateIn } from '#lib/ordinal.ts'
import type { Actions, PageServerLoad } from './$types'

async function open(fetcher: Fetch, id: string) {
  const form = await readForm(fetcher)
  const kept = await openDraft(fetcher)
  const screens = screensFor(screensOf(form), kept.draft)
  const screen = screens.find((one) => one.id === id)
  if (!screen) error(404, '')
  return { form, screens, screen, fields: flagFields(form), ...kept }
}

const wordsFor = (locale: Locale) => ({
  yes: translate(locale, 'form.yes'),
  no: translate(locale, 'form.no'),
  unknown: translate(locale, 'form.unknown'),
  date: (day: string) => dateIn(locale, new Date(day), { dateStyle: 'long', timeZone: 'UTC' }),
  source: (source: string) => translate(locale, `flag.source.${source}` as 'flag.source.seen')
})

export const load: PageServerLoad = async ({ fetch, params, parent, url, locals }) => {
  const { me } = await parent()
  const { form, screens, screen, fields, draft, hours } = await open(fetch, params.step)
  const { previous, next, done, of } = neighbours(screens, screen.id)
  const mending = url.searchParams.has('revoir')
  const today = todayFor(form, draft, locals.now)
  const lacks = () => allGaps(screen.steps, fields, draft, today)
  const last = next === null
  // An error of a screen names its own fields; the last one sends them all.
  const mayBeWrong = last
    ? [...fields.values()]
    : screen.steps.flatMap((step) => fieldsNamed(fields, step.fields))
  return {
    labels: Object.fromEntries(mayBeWrong.map(({ name, label }) => [name, label])),
    screen: screen.id,
    refused: form.refused,
    noCell: last ? unheardIn(form, draft.typed['territory']?.[0] ?? '') : null,
    steps: screen.steps
      .filter(({ dimension }) => dimension === null)
      .map((step) => ({ step, fields: fieldsNamed(fields, step.fields) })),
    offered: screen.id === 'indices' ? signsOffered(form.dimensions, draft) : null,
    typed: typedOnAll(screen, draft, me.organisation.territory?.code),
    nth: nthPerson(draft),
    carried: isCarried(screen, draft),
    signs: draft.signs,
    minor: maybeMinor(draft),
    // A flag being mended goes back to its end.
    contents: nthPerson(draft) === null && !mending ? contentsOf(screens, draft.seen, screen.id) : [],
    progress: { done: done + 1, of },
    first: previous === null,
    last,
    basis: last ? form.basis : [],
    kept: draft.seen.length > 0,
    hours,
    mending,
    gaps: mending ? gapProblem(lacks(), locals.locale) : null,
    places: last ? placesOf(screens) : {},
    review: last ? reviewOf(screens.slice(0, -1), fields, { draft, words: wordsFor(locals.locale) }) : []
  }
}

const typedOnAll = ({ steps }: Screen, draft: Draft, territory?: string): Typed =>
  Object.assign({}, ...steps.map((step) => typedOn(step, draft, territory ?? null)))

type Event = Pick<RequestEvent, 'fetch' | 'request' | 'locals'> & { params: { step: string } }

/** Takes the answers of one screen into the draft, and keeps it. */
async function keep(event: Event) {
  const opened = await open(event.fetch, event.params.step)
  const posted = await event.request.formData()
  const draft = opened.screen.steps.reduce((kept, one) => answered(kept, one, posted), opened.draft)
  const problem = await keepDraft(event.fetch, draft)
  return { ...opened, draft, mending: posted.has('_mending'), to: posted.get('_to'), problem }
}

const back = (problem: Problem, { screen, draft }: Pick<Kept, 'screen' | 'draft'>) =>
  fail(problem.status, { problem, typed: typedOnAll(screen, draft), signs: draft.signs })

type Kept = Awaited<ReturnType<typeof keep>>

/** Keeps the screen and leads on; what could not be kept comes back. */
const thenTo = (next: (kept: Kept) => string) => async (event: Event) => {
  const kept = await keep(event)
  if (kept.problem) return back(kept.problem, kept)
  redirect(303, next(kept))
}

/** Keeps the screen, asks for what it still lacks, and leads on. */
const onceWhole = async (event: Event) => {
  const kept = await keep(event)
  const { form, screens, screen, fields, draft, mending, problem } = kept
  if (problem) return back(problem, kept)
  const today = todayFor(form, draft, event.locals.now)
  const gaps = gapProblem(allGaps(screen.steps, fields, draft, today), event.locals.locale)
  if (gaps) return back(gaps, kept)
  redirect(303, `/signaler/${mending ? 'relire' : (neighbours(screens, screen.id).next?.id ?? 'relire')}`)
}

export const actions: Actions = {
  next: onceWhole,
  back: thenTo(
    ({ screens, screen }) => `/signaler/${neighbours(screens, screen.id).previous?.id ?? firstScreen}`
  ),
  go: thenTo(({ screens, screen, to }) => `/signaler/${(screens.find(({ id }) => id === to) ?? screen).id}`),
  mend: thenTo(
    ({ screens, screen, to }) => `/signaler/${(screens.find(({ id }) => id === to) ?? screen).id}?revoir=1`
  ),
  later: thenTo(() => '/'),
  send: async (event) => {
    const kept = await keep(event)
    if (kept.problem) return back(kept.problem, kept)
    const { form, screens, fields, draft } = kept
    const gaps = gapProblem(
      allGaps(
        screens.flatMap(({ steps }) => steps),
        fields,
        draft,
        todayFor(form, draft, event.locals.now)
      ),
      event.locals.locale
    )
    if (gaps) return back(gaps, kept)
    const act = { body: flagInput(form, draft), key: draft.key }
    const sent = await send(event.fetch, 'post', '/api/cases', act)
    if (!sent.ok) {
      if (sent.key !== draft.key) await keepDraft(event.fetch, { ...draft, key: sent.key })
      return back(sent.problem, kept)
    }
    const flagged = sent.value ? { id: sent.value.id, code: sent.value.code } : null
    await keepDraft(event.fetch, afterSending(draft, idempotencyKey(), flagged))
    redirect(303, flagged ? `/signaler/envoye/${flagged.id}` : '/signaler/envoye')
  }
}
