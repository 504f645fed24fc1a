import { AjvCompiler } from '@fastify/ajv-compiler'
import type { FastifySchemaValidationError, FastifyServerOptions } from 'fastify'
import { isCivilDate, isHour } from '../../workflows/calendar/calendar.ts'
import { illegible, tooMuch } from './sent/bounds.ts'
import { isInstant } from './sent/instants.ts'
import { lazily, type When } from './lazily.ts'

type Controller = NonNullable<FastifyServerOptions['schemaController']>
type Factory = NonNullable<Controller['compilersFactory']>['buildValidator']
type Route = { httpPart?: string; schema: { properties?: object } }
type Faults = FastifySchemaValidationError[] | null
type Validate = ((sent: unknown) => boolean) & { errors?: Faults }
type Formats = { addFormat: (name: string, fits: (text: string) => boolean) => unknown }
type Build = (
  schemas: object,
  options: { customOptions?: object; onCreate?: (ajv: Formats) => void }
) => (route: Route) => Validate

const rules = { removeAdditional: false, allErrors: true, strictSchema: false, useDefaults: true }

/** Days and instants are those that the calendar and the database know as well. */
const onCreate = (ajv: Formats) => {
  ajv.addFormat('date', isCivilDate)
  ajv.addFormat('date-time', isInstant)
  ajv.addFormat('hour', isHour)
}

/** All that a form says of what was sent, between what no form holds and what no form says. */
const bounded = (validate: Validate, { properties = {} }: Route['schema']): Validate => {
  const checked: Validate = (sent) => {
    checked.errors = tooMuch(sent, properties)
    checked.errors ??= validate(sent) ? illegible(sent) : validate.errors!
    return checked.errors === null
  }
  return checked
}

/** A body is taken as it is or refused. Only an address, where everything is text, is converted. */
const buildValidator =
  (when: When): Build =>
  (schemas, options) => {
    // The package's own type is a union over JTD, which is not used here.
    const build = AjvCompiler() as unknown as Build
    const withRules = (coerceTypes: boolean) => ({
      ...options,
      onCreate,
      customOptions: { ...options.customOptions, ...rules, coerceTypes }
    })
    const body = build(schemas, withRules(false))
    const address = build(schemas, withRules(true))
    return (route) =>
      when(() => {
        const validate = (route.httpPart === 'body' ? body : address)(route)
        return route.httpPart === 'headers' ? validate : bounded(validate, route.schema)
      })
  }

export const validation = (when: When = lazily): Controller => ({
  compilersFactory: { buildValidator: buildValidator(when) as unknown as Factory }
})
