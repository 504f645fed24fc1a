import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { idempotencyKey, send, type Fetch } from '#lib/api.ts'
import type { FlagForm, Problem } from '#lib/api.types.ts'
import {
  afterSending,
  answered,
  askedAtTheEnd,
  flagFields,
  flagInput,
  isCarried,
  maybeMinor,
  nthPerson,
  typedOn,
  type Draft
} from '#lib/flag/answers.ts'
import { keepDraft, openDraft, readForm } from '#lib/flag/desk.ts'
import { gapProblem } from '#lib/flag/gaps.ts'
import { allGaps, fieldsNamed, gapsOf, reviewOf } from '#lib/flag/review.ts'
import type { Typed } from '#lib/form/parse.ts'
import { paris } from '#lib/form/zone.ts'
import { dayIn } from '#lib/format.ts'
import {
  afterSigns,
  contentsOf,
  firstScreen,
  neighbours,
  ordered,
  placesOf,
  stepsOf,
  type Step
} from '#lib/flag/steps.ts'
import { dateIn } from '#lib/ordinal.ts'
import { translate, type Locale } from '#lib/messages.ts'
import type { Actions, PageServerLoad } from './$types'

async function open(fetcher: Fetch, id: string) {
  const form = await readForm(fetcher)
  const steps = stepsOf(form)
  const step = steps.find((one) => one.id === id)
  if (!step) error(404, '')
  return { form, steps, step, fields: flagFields(form), ...(await openDraft(fetcher)) }
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
  const { steps, step, fields, draft, hours } = await open(fetch, params.step)
  const { previous, next, done, of } = neighbours(steps, step.id)
  const mending = url.searchParams.has('revoir')
  const words = wordsFor(locals.locale)
  const today = dayIn(me.organisation.zone, locals.now)
  const inline = next === null ? askedAtTheEnd(steps, draft) : []
  const elsewhere = steps.filter((one) => !inline.includes(one))
  const fieldsIn = ({ fields: names }: Step) => fieldsNamed(fields, names)
  return {
    labels: Object.fromEntries([...fields.values()].map(({ name, label }) => [name, label])),
    step: ordered(step, draft.typed['forms'] ?? []),
    fields: fieldsIn(step),
    typed: typedOnAll([step, ...inline], draft, me.organisation.territory?.code),
    inline: inline.map((one) => ({ step: one, fields: fieldsIn(one) })),
    nth: nthPerson(draft),
    carried: isCarried(step, draft),
    signs: draft.signs,
    minor: maybeMinor(draft),
    chapter: step.chapter,
    // Who is flagged after another has one screen, and a flag being mended goes back to its end.
    contents: nthPerson(draft) === null && !mending ? contentsOf(steps, draft.seen, step.id) : [],
    progress: { done: done + 1, of },
    first: previous === null,
    last: next === null,
    kept: draft.seen.length > 0,
    hours,
    mending,
    gaps: mending
      ? gapProblem(
          [step, ...inline].flatMap((one) => gapsOf(one, fields, draft, today)),
          steps,
          locals.locale
        )
      : null,
    places: next === null ? placesOf(elsewhere) : {},
    review: next === null ? reviewOf(elsewhere, fields, { draft, words }) : []
  }
}

const typedOnAll = (steps: readonly Step[], draft: Draft, territory?: string): Typed =>
  Object.assign({}, ...steps.map((step) => typedOn(step, draft, territory ?? null)))

/** Today where the person was met. */
function todayFor({ territories }: FlagForm, { typed }: Draft, now: Date): string {
  const met = territories.find(({ code }) => code === typed['territory']?.[0])
  return dayIn(met?.zone ?? paris, now)
}

type Event = Pick<RequestEvent, 'fetch' | 'request' | 'locals'> & { params: { step: string } }

/** Takes the answers of one screen into the draft, and keeps it. */
async function keep(event: Event) {
  const opened = await open(event.fetch, event.params.step)
  const posted = await event.request.formData()
  const inline = opened.step.id === 'relire' ? askedAtTheEnd(opened.steps, opened.draft) : []
  const draft = [opened.step, ...inline].reduce((kept, one) => answered(kept, one, posted), opened.draft)
  const problem = await keepDraft(event.fetch, draft)
  return { ...opened, draft, mending: posted.has('_mending'), to: posted.get('_to'), problem }
}

const back = (problem: Problem, { step, steps, draft }: Pick<Kept, 'step' | 'steps' | 'draft'>) =>
  fail(problem.status, {
    problem,
    typed: typedOnAll([step, ...askedAtTheEnd(steps, draft)], draft),
    signs: draft.signs
  })

type Kept = Awaited<ReturnType<typeof keep>>

/** Keeps the screen and leads on; what could not be kept comes back. */
const thenTo = (next: (kept: Kept) => string) => async (event: Event) => {
  const kept = await keep(event)
  if (kept.problem) return back(kept.problem, kept)
  redirect(303, next(kept))
}

/** Keeps the screen, asks for what it still lacks, and leads on. */
const onceWhole = (next: (kept: Kept) => Step | null) => async (event: Event) => {
  const kept = await keep(event)
  const { form, steps, step, fields, draft, mending, problem } = kept
  if (problem) return back(problem, kept)
  const gaps = gapProblem(
    gapsOf(step, fields, draft, todayFor(form, draft, event.locals.now)),
    steps,
    event.locals.locale
  )
  if (gaps) return back(gaps, kept)
  redirect(303, `/signaler/${mending ? 'relire' : (next(kept)?.id ?? 'relire')}`)
}

export const actions: Actions = {
  next: onceWhole(({ steps, step }) => neighbours(steps, step.id).next),
  enough: onceWhole(({ steps }) => afterSigns(steps)),
  back: thenTo(({ steps, step }) => `/signaler/${neighbours(steps, step.id).previous?.id ?? firstScreen}`),
  go: thenTo(({ draft, step, to }) => `/signaler/${draft.seen.find((id) => id === to) ?? step.id}`),
  mend: thenTo(
    ({ steps, step, to }) => `/signaler/${(steps.find(({ id }) => id === to) ?? step).id}?revoir=1`
  ),
  later: thenTo(() => '/'),
  send: async (event) => {
    const kept = await keep(event)
    if (kept.problem) return back(kept.problem, kept)
    const { form, steps, fields, draft } = kept
    const gaps = gapProblem(
      allGaps(steps, fields, draft, todayFor(form, draft, event.locals.now)),
      steps,
      event.locals.locale
    )
    if (gaps) return back(gaps, kept)
    const act = { body: flagInput(form, draft), key: draft.key }
    const sent = await send(event.fetch, 'post', '/api/cases', act)
    if (!sent.ok) {
      // A refused flag was not made: its mended successor is another act. After a fault the key stays.
      if (sent.problem.status < 500) await keepDraft(event.fetch, { ...draft, key: idempotencyKey() })
      return back(sent.problem, kept)
    }
    const flagged = sent.value ? { id: sent.value.id, code: sent.value.code } : null
    await keepDraft(event.fetch, afterSending(draft, idempotencyKey(), flagged))
    redirect(303, flagged ? `/signaler/envoye/${flagged.id}` : '/signaler/envoye')
  }
}
