import { AjvCompiler } from '@fastify/ajv-compiler'
import type { FastifyServerOptions } from 'fastify'
import { lazily, type When } from './lazily.ts'

type Controller = NonNullable<FastifyServerOptions['schemaController']>
type Factory = NonNullable<Controller['compilersFactory']>['buildValidator']
type Build = (
  schemas: object,
  options: { customOptions?: object }
) => (route: { httpPart?: string }) => unknown

const rules = { removeAdditional: false, allErrors: true, strictSchema: false, useDefaults: true }

/** A body is taken as it is or refused. Only an address, where everything is text, is converted. */
const buildValidator =
  (when: When): Build =>
  (schemas, options) => {
    // The package's own type is a union over JTD, which is not used here.
    const build = AjvCompiler() as unknown as Build
    const withRules = (coerceTypes: boolean) => ({
      ...options,
      customOptions: { ...options.customOptions, ...rules, coerceTypes }
    })
    const body = build(schemas, withRules(false))
    const address = build(schemas, withRules(true))
    return (route) => when(() => (route.httpPart === 'body' ? body : address)(route))
  }

export const validation = (when: When = lazily): Controller => ({
  compilersFactory: { buildValidator: buildValidator(when) as unknown as Factory }
})
