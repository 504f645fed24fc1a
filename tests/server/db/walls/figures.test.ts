import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../policies/actor.ts'
import { forFile } from '../../../support/for-file.ts'
import { openWorld } from '../../../support/world.ts'
import { accessPredicates } from '../../../../verify/mutation/house/walls/asked/access.ts'
import { adding, openWalls, seenHere, type Asked, type Wall } from './asked.ts'

const world = await forFile(openWorld())
const { put, stand } = await openWalls(world)
const [one, two] = ['miprof', 'miprof.bis'].map((login) => world.as(login)) as [Actor, Actor]
const [controle, asso] = ['controle', 'asso.rhone'].map((login) => world.as(login)) as [Actor, Actor]
const at = new Date().toISOString()
const asked = (says: string) => (who: Actor) => ({ who, says })

const exact = { report: 'greta', year: 2025, purpose: 'Rapport au Parlement', asked_at: at }
await put('exact_export', { ...exact, id: randomUUID(), asked_by: one.personId })
const asking = (who: Actor, different: object = {}): Asked => ({
  who,
  says: adding('exact_export', {
    ...{ ...exact, id: randomUUID(), report: 'sdg', asked_by: who.personId, state: 'waiting', ...different }
  })
})
const allowing = (who: Actor, { by = who, days = 1, state = 'allowed' } = {}): Asked => ({
  who,
  says: `update exact_export set state = '${state}', settled_by = '${by.personId}', settled_at = '${at}'::timestamptz + interval '${days} days'`
})
const exports = asked('select from exact_export')

const release = { quarter: '2026-Q1', kind: 'provisional', version: 1, as_of: at, asked_at: at }
// None is at work: of those there is one at a time.
await put('release', { ...release, asked_by: one.personId, state: 'failed' })
await put('release_report', { release: 1, report: {} })
const preparing = (who: Actor, different: object = {}): Asked => ({
  who,
  says: adding('release', {
    ...{ ...release, state: 'asked', asked_by: who.personId, ...different }
  })
})
const dropping = (who: Actor): Asked => ({ who, says: `update release set state = 'dropped'` })
const reports = asked('select from release_report')

const figure = {
  ...{ subject: 'x', source: 'ssmsi', measure: 'victims', year: 2025, value: 3, unit: 'persons' },
  ...{ edition: '1', licence: 'etalab', reading: 'V', entered_at: at }
}
await put('administrative_figure', { ...figure, id: randomUUID(), entered_by: one.personId })
const entering = (who: Actor, different: object = {}): Asked => ({
  who,
  says: adding('administrative_figure', {
    ...{ ...figure, id: randomUUID(), subject: 'y', entered_by: who.personId, ...different }
  })
})
const figures = asked('select from administrative_figure')
const replacing = asked('update administrative_figure set replaced_at = now()')
const inRole = (who: Actor, role: Actor['role']) => ({ ...who, role })

const walls: Wall[] = [
  {
    wall: 'exact counts are asked for by who makes figures',
    may: asking(one),
    others: {
      'by who only reads them': asking(controle),
      'in the name of a colleague': asking(one, { asked_by: two.personId }),
      'as if they were allowed': asking(one, { state: 'allowed', settled_by: two.personId, settled_at: at })
    }
  },
  {
    wall: 'that exact counts were asked for is read by who makes figures, or controls them',
    may: exports(controle),
    others: {
      'by an association': exports(asso),
      'by the same house in another role': exports(inRole(one, 'dpo'))
    }
  },
  {
    wall: 'exact counts are allowed by another of those who make figures',
    may: allowing(two),
    others: {
      'by who controls them': allowing(controle),
      'in the name of a third': { ...allowing(two, { by: controle }), isRefused: true },
      'once fourteen days are over': { ...allowing(two, { days: 14 }), isRefused: true },
      'as a request that goes on waiting': { ...allowing(two, { state: 'waiting' }), isRefused: true }
    }
  },
  {
    wall: 'a request for exact counts is still refused after its fourteen days',
    may: allowing(two, { days: 15, state: 'refused' }),
    others: { 'by an association': allowing(asso, { days: 15, state: 'refused' }) }
  },
  {
    wall: 'a release is asked for by who makes figures',
    may: preparing(one),
    others: {
      'by who only reads them': preparing(controle),
      'in the name of a colleague': preparing(one, { asked_by: two.personId }),
      'as if it were published': preparing(one, {
        ...{ state: 'published', published_at: at, published_by: two.personId }
      })
    }
  },
  {
    wall: 'a release is given up by who makes figures',
    may: dropping(two),
    others: { 'by who only reads them': dropping(controle) }
  },
  {
    wall: 'the report of a release is read by who makes figures',
    may: reports(one),
    others: { 'by who controls them': reports(controle), 'by an association': reports(asso) }
  },
  {
    wall: 'a figure of others is entered by who makes figures',
    may: entering(one),
    others: {
      'by who only reads them': entering(controle),
      'in the name of a colleague': entering(one, { entered_by: two.personId }),
      'as one that was replaced': entering(one, { replaced_at: at })
    }
  },
  {
    wall: 'what was entered of others is read by who makes figures, or controls them',
    may: figures(controle),
    others: { 'by an association': figures(asso), 'by the administration': figures(world.as('admin')) }
  },
  {
    wall: 'a figure of others is replaced by who makes figures',
    may: replacing(two),
    others: { 'by who only reads them': replacing(controle) }
  }
]

stand(walls, seenHere(accessPredicates, import.meta.url))
