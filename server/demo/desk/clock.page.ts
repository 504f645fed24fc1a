import type { FastifyInstance } from 'fastify'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import { dateIn } from '../../views/formats.ts'
import { strides, type DemoClock, type Stride } from './clock.ts'
import { both, homeLink, page, pageHeaders } from './page.ts'
import type { Beside } from './sign-in.page.ts'

export const clockBeside: Beside = {
  path: '/demo/horloge',
  label: { fr: 'Date fictive', en: 'Fictional date' },
  why: {
    fr: 'Faire passer les jours pour voir arriver relances, alertes et échéances.',
    en: 'Let days pass to see reminders, warnings and deadlines come.'
  }
}

const words = {
  never: {
    fr: 'Le temps n’avance que dans un sens, pour tous les comptes. Chaque échéance passe à son heure ; dans un grand pays, six mois prennent plusieurs minutes.',
    en: 'Time goes one way, for all accounts. Each deadline passes at its own hour; in a large country six months take several minutes.'
  },
  now: { fr: 'Il est', en: 'It is' },
  going: { fr: 'Le temps passe, jusqu’au', en: 'Time passes, until' },
  fired: { fr: 'Échéances passées en chemin :', en: 'Deadlines passed on the way:' }
} as const satisfies Record<string, Bilingual>

const strideLabels = {
  day: { fr: 'Un jour plus tard', en: 'One day later' },
  week: { fr: 'Huit jours plus tard', en: 'Eight days later' },
  month: { fr: 'Un mois plus tard', en: 'One month later' },
  season: { fr: 'Six mois plus tard', en: 'Six months later' }
} as const satisfies Record<Stride, Bilingual>

const written = (at: Date): Bilingual => {
  const say = (language: string) =>
    dateIn(language, at, { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' })
  return { fr: say('fr-FR'), en: say('en-GB') }
}
const joined = (label: Bilingual, rest: Bilingual): Bilingual => ({
  fr: `${label.fr} ${rest.fr}`,
  en: `${label.en} ${rest.en}`
})
const count = (of: number): Bilingual => ({ fr: String(of), en: String(of) })

const buttons = () =>
  (Object.keys(strides) as Stride[])
    .map(
      (stride) =>
        `<li><button formaction="${clockBeside.path}/${stride}">${both(strideLabels[stride])}</button></li>`
    )
    .join('')

const clockPage = (clock: DemoClock) => {
  const journey = clock.journey()
  const under = journey?.over === false
  const when = under ? joined(words.going, written(journey.until)) : joined(words.now, written(clock.now()))
  const fired = journey ? `<p class="why">${both(joined(words.fired, count(journey.fired)))}</p>` : ''
  const form = under ? '' : `<form method="post"><ul>${buttons()}</ul></form>`
  return page(
    clockBeside.label,
    `<p class="why">${both(clockBeside.why)} ${both(words.never)}</p>\n<p class="why" role="status">${both(when)}</p>\n${fired}${form}\n${homeLink}`,
    under ? 1 : undefined
  )
}

type ClockOptions = { clock: DemoClock | null; publicUrl: string }

/** Where time is let pass. Where real people sign in there is no such clock, and no such page. */
export const demoClockPlugin = async (app: FastifyInstance, { clock, publicUrl }: ClockOptions) => {
  if (!clock) return
  const hidden = { schema: { hide: true } }
  const headers = pageHeaders([publicUrl])
  app.addHook('onClose', () => clock.close())
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.get(clockBeside.path, hidden, async (_request, reply) => reply.headers(headers).send(clockPage(clock)))
  for (const stride of Object.keys(strides) as Stride[])
    app.post(`${clockBeside.path}/${stride}`, hidden, async (_request, reply) => {
      clock.go(stride)
      return reply.redirect(clockBeside.path, 303)
    })
}
