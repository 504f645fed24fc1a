import { protocolSchema } from '../../workflows/configuration/local/protocol.ts'
import { configurationSchema, duration } from '../../workflows/configuration/configuration.ts'
import { choice, date, dateTime, longText, text } from '../../workflows/vocabulary/fields.ts'
import { courtLabels } from '../../workflows/calendar/jurisdictions.ts'
import { offenceLabels } from '../../workflows/law/opened-by-offence.ts'
import { needDomains } from '../../workflows/vocabulary/words.care.ts'
import {
  closureReasons,
  groundsElements,
  housingRefusals,
  languages,
  means
} from '../../workflows/vocabulary/words.ts'
import { territoryCodes } from '../../workflows/calendar/territories.ts'
import { sealedClasses } from '../../workflows/vocabulary/vocabulary.ts'
import * as configuration from '../views/configuration.ts'
import * as conversation from '../views/acts/conversation.ts'
import * as meetings from '../views/meetings.ts'
import { FlagForm } from './me.ts'
import { problemSchema } from './problem.ts'
import * as releases from '../views/figures/releases.ts'
import * as exchange from '../views/acts/htcds.ts'
import * as beside from '../views/figures/beside.ts'
import * as reports from '../views/figures/reports.ts'
import * as audit from '../views/audit.ts'
import * as ahead from '../views/ahead.ts'
import * as emergency from '../views/emergency.ts'
import * as law from '../views/law.ts'
import * as link from '../views/link.ts'
import * as lists from '../views/lists.ts'
import * as organisations from '../views/organisations/organisations.ts'
import * as notices from '../views/notices.ts'
import * as places from '../views/places.ts'
import * as protocols from '../views/protocols.ts'
import * as cases from '../views/schemas.ts'
import * as calls from '../views/calls.ts'
import * as savedViews from '../views/saved-views.ts'
import * as sessions from '../views/sessions.ts'
import * as directories from '../views/organisations/directories.ts'
import * as handing from '../views/acts/handing.ts'
import * as linked from '../views/acts/linked.ts'
import * as repair from '../views/acts/repair.ts'
import * as takeover from '../views/organisations/takeover.ts'
import * as teams from '../views/organisations/teams.ts'
import * as whatif from '../views/whatif.ts'
import * as worklist from '../views/worklist.ts'

const modules = [
  cases,
  ahead,
  beside,
  exchange,
  reports,
  repair,
  places,
  emergency,
  audit,
  law,
  link,
  lists,
  notices,
  whatif,
  worklist,
  meetings,
  configuration,
  protocols,
  organisations,
  savedViews,
  sessions,
  calls,
  directories,
  teams,
  handing,
  linked,
  conversation,
  takeover,
  releases
]
const isForm = ([name, value]: [string, unknown]) => /^[A-Z]/.test(name) && typeof value === 'object'

/** Every view, by the name under which its module exports it. */
const views = Object.fromEntries(
  modules.flatMap((module) => Object.entries(module as Record<string, object>).filter(isForm))
)

const unnamed = { label: { fr: '', en: '' } }
const words = (table: Parameters<typeof choice>[0]) => choice(table, unnamed)

/** What forms ask for again and again. */
const asked = {
  CivilDate: date(unnamed),
  Instant: dateTime(unnamed),
  Text: text(unnamed),
  LongText: longText(unnamed),
  SealedClass: { type: 'string', enum: [...sealedClasses] },
  Territory: { type: 'string', enum: territoryCodes },
  Court: words(courtLabels),
  Language: words(languages),
  Offence: words(offenceLabels),
  Need: words(needDomains),
  GroundsElement: words(groundsElements),
  HousingRefusal: words(housingRefusals),
  ClosureReason: words(closureReasons),
  Means: words(means),
  Duration: duration,
  Configuration: configurationSchema,
  LocalProtocol: protocolSchema
}

/** The names that the description of the API gives to what stands in it more than once. */
export const named: Record<string, object> = { ...views, ...asked, FlagForm, Problem: problemSchema }

const string = { type: 'string' }
const form = { $ref: '#/components/schemas/JsonForm' }

/** A form passes through as it is; this is what stands in it. */
export const described = {
  JsonForm: {
    description:
      'One field or a whole form: JSON Schema in the language of the reader, with the words of each choice.',
    type: 'object',
    properties: {
      type: string,
      title: string,
      description: string,
      properties: { type: 'object', additionalProperties: form },
      required: { type: 'array', items: string },
      items: form,
      oneOf: { type: 'array', items: form },
      anyOf: { type: 'array', items: form },
      enum: { type: 'array', items: {} },
      const: {},
      default: {},
      format: string,
      pattern: string,
      minimum: { type: 'number' },
      maximum: { type: 'number' },
      minLength: { type: 'integer' },
      maxLength: { type: 'integer' },
      minItems: { type: 'integer' },
      maxItems: { type: 'integer' },
      'x-list': {
        type: 'object',
        description: 'The long list that it is chosen from: `GET /api/lists/{name}?version={version}`.',
        properties: { name: { ...string, enum: [...lists.listNames] }, version: string },
        required: ['name', 'version']
      },
      'x-class': { ...string, description: 'The data class of what is answered.' },
      'x-group': { ...string, description: 'Under what a choice stands in a long list.' },
      'x-past': { type: 'boolean', description: 'A day that has come already.' },
      'x-unknown': { type: 'boolean', description: 'Left out where it is not known.' },
      'x-passed': { type: 'boolean', description: 'To leave it unanswered says that it is not known.' },
      'x-only-if': {
        type: 'object',
        description: 'The answer of another field, without which this one does not apply.',
        properties: { field: string, is: string },
        required: ['field', 'is'],
        additionalProperties: false
      },
      'x-screen': { ...string, description: 'The screen of the flag that asks it.' }
    },
    additionalProperties: true
  }
}
