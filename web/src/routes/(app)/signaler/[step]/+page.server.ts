import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { idempotencyKey, post, type Fetch } from '#lib/api.ts'
import type { CaseView, Problem } from '#lib/api.types.ts'
import {
  afterSending,
  answered,
  flagFields,
  flagInput,
  maybeMinor,
  typedOn,
  type Draft
} from '#lib/flag/answers.ts'
import { keepDraft, openDraft, readForm } from '#lib/flag/desk.ts'
import { gapProblem } from '#lib/flag/gaps.ts'
import { allGaps, gapsOf, reviewOf } from '#lib/flag/review.ts'
import type { FlagForm } from '#lib/flag/flag.types.ts'
import { paris } from '#lib/form/zone.ts'
import { dayIn } from '#lib/format.ts'
import { neighbours, placesOf, stepsOf, type Step } from '#lib/flag/steps.ts'
import { translate, type Locale } from '#lib/messages.ts'
import type { Actions, PageServerLoad } from './$types'

async function open(fetcher: Fetch, id: string) {
  const form = await readForm(fetcher)
  const steps = stepsOf(form)
  const step = steps.find((one) => one.id === id)
  if (!step) error(404, '')
  return { form, steps, step, fields: flagFields(form), draft: await openDraft(fetcher) }
}

const wordsFor = (locale: Locale) => ({
  yes: translate(locale, 'form.yes'),
  no: translate(locale, 'form.no'),
  unknown: translate(locale, 'form.unknown'),
  date: (day: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)),
  source: (source: string) => translate(locale, `flag.source.${source}` as 'flag.source.seen')
})

export const load: PageServerLoad = async ({ fetch, params, parent, url, locals }) => {
  const { me } = await parent()
  const { steps, step, fields, draft } = await open(fetch, params.step)
  const { previous, next, done, of } = neighbours(steps, step.id)
  const mending = url.searchParams.has('revoir')
  const words = wordsFor(locals.locale)
  const today = dayIn(me.organisation.zone, new Date())
  return {
    labels: Object.fromEntries([...fields.values()].map(({ name, label }) => [name, label])),
    step,
    fields: step.fields.map((name) => fields.get(name)).filter((field) => field !== undefined),
    typed: typedOn(step, draft, me.organisation.territory?.code),
    signs: draft.signs,
    minor: maybeMinor(draft),
    chapter: step.chapter,
    progress: { done: done + 1, of },
    first: previous === null,
    last: next === null,
    kept: draft.seen.length > 0,
    mending,
    gaps: mending ? gapProblem(gapsOf(step, fields, draft, today), steps, locals.locale) : null,
    places: next === null ? placesOf(steps) : {},
    review: next === null ? reviewOf(steps, fields, { draft, words }) : []
  }
}

/** Today where the person was met. */
function todayFor({ territories }: FlagForm, { typed }: Draft): string {
  const met = territories.find(({ code }) => code === typed['territory']?.[0])
  return dayIn(met?.zone ?? paris, new Date())
}

type Event = Pick<RequestEvent, 'fetch' | 'request' | 'locals'> & { params: { step: string } }

/** Takes the answers of one screen into the draft, and keeps it. */
async function keep(event: Event) {
  const opened = await open(event.fetch, event.params.step)
  const posted = await event.request.formData()
  const draft = answered(opened.draft, opened.step, posted)
  return { ...opened, draft, mending: posted.has('_mending'), problem: await keepDraft(event.fetch, draft) }
}

const back = (problem: Problem, step: Step, draft: Draft) =>
  fail(problem.status, { problem, typed: typedOn(step, draft), signs: draft.signs })

export const actions: Actions = {
  next: async (event) => {
    const { form, steps, step, fields, draft, mending, problem } = await keep(event)
    if (problem) return back(problem, step, draft)
    const gaps = gapProblem(gapsOf(step, fields, draft, todayFor(form, draft)), steps, event.locals.locale)
    if (gaps) return back(gaps, step, draft)
    redirect(303, `/signaler/${mending ? 'relire' : (neighbours(steps, step.id).next?.id ?? 'relire')}`)
  },
  back: async (event) => {
    const { steps, step, draft, problem } = await keep(event)
    if (problem) return back(problem, step, draft)
    redirect(303, `/signaler/${neighbours(steps, step.id).previous?.id ?? 'danger'}`)
  },
  later: async (event) => {
    const { step, draft, problem } = await keep(event)
    if (problem) return back(problem, step, draft)
    redirect(303, '/')
  },
  send: async ({ fetch, params, locals }) => {
    const { form, steps, step, fields, draft } = await open(fetch, params.step)
    const gaps = gapProblem(allGaps(steps, fields, draft, todayFor(form, draft)), steps, locals.locale)
    if (gaps) return back(gaps, step, draft)
    const sent = await post<CaseView>(fetch, '/api/cases', { body: flagInput(form, draft), key: draft.key })
    if (!sent.ok) {
      // A refused flag was not made: its mended successor is another act. After a fault the key stays.
      if (sent.problem.status < 500) await keepDraft(fetch, { ...draft, key: idempotencyKey() })
      return back(sent.problem, step, draft)
    }
    await keepDraft(fetch, afterSending(draft, idempotencyKey()))
    redirect(303, sent.value ? `/signaler/envoye/${sent.value.id}` : '/signaler/envoye')
  }
}
