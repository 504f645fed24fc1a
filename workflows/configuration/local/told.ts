import type { Configuration } from '../configuration.ts'
import { pinName, pinOf } from './pin.ts'
import { bearsPlace } from './place.ts'

/** Whether a reader may know where the person was met. A protocol bears the name of its place, and so do its reasons. */
export type Told = { origin: boolean }

/** The pair of a case as a reader is told it: without its protocol where that would name a place they may not know of. */
export const pinTold = (pin: string, { origin }: Told): string =>
  origin ? pin : pinName({ national: pinOf(pin).national, local: null })

const told = new WeakMap<Configuration, Configuration>()

const withoutPlace = (configuration: Configuration): Configuration => ({
  ...configuration,
  version: pinTold(configuration.version, { origin: false }),
  reasons: {
    ...configuration.reasons,
    added: (configuration.reasons.added ?? []).filter(({ code }) => !bearsPlace(code))
  }
})

/**
 * What the forms of a case are written from, for a reader: without the reasons of its protocol where they may not know of its
 * place. How long a clock runs stays as it is: it decides until when something may be done, and is told in words alone.
 */
export const rulesTold = (configuration: Configuration, { origin }: Told): Configuration => {
  if (origin || pinOf(configuration.version).local === null) return configuration
  // One object for one configuration: what is written from it is written once.
  const known = told.get(configuration) ?? withoutPlace(configuration)
  told.set(configuration, known)
  return known
}
