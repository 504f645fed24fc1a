import type { Mistake } from '../../mistake.ts'
import { inFile } from '../in-file.ts'
import type { Kept } from './kept.ts'

const form = 'tests/web/form.test.ts'

/** What becomes of a form before it is sent and after it came back; the clocks of a case, what is kept on a device, and what is found by a few letters. */
export const broadForms: Mistake[] = [
  ...inFile('web/src/lib/form/schema.ts', form, [
    [
      'the first question of every form would not be asked',
      'return Object.entries(schema.properties ?? {}).map(',
      'return Object.entries(schema.properties ?? {}).slice(1).map('
    ],
    [
      'courts would be taken for no courts, and other places for courts',
      "if (!choices.some(({ value }) => value.includes('.'))) return []",
      "if (choices.some(({ value }) => value.includes('.'))) return []"
    ]
  ]),
  ...inFile('web/src/lib/form/parse.ts', form, [
    ['no single answer of any form would reach the file', 'const [first] = kept', 'const [, first] = kept']
  ]),
  ...inFile('web/src/lib/form/zone.ts', form, [
    [
      'an appointment would be kept hours away from when it is',
      'return new Date(asUtc - offsetAt(guess, zone)).toISOString()',
      'return new Date(asUtc).toISOString()'
    ]
  ]),
  ...inFile('web/src/lib/form/errors.ts', form, [
    [
      'no error would stand beside what is to be corrected',
      ".replace(/^(body|input)\\./, '')",
      ".replace(/^.*$/, '')"
    ]
  ]),
  ...inFile('web/src/lib/form/unsent.ts', 'tests/web/act.test.ts', [
    [
      'what was lost on the way would be lost for good, and what was answered be taken for lost',
      `if (type !== 'error') return null
  return status === 401 || status === 429 || status >= 500 ?`,
      `if (type === 'success') return null
  return status !== 401 && status !== 429 && status < 500 ?`
    ]
  ]),
  ...inFile('web/src/lib/form/unfit.ts', 'tests/web/act.test.ts', [
    [
      'an answer that is missing would be said only after the form was sent',
      "...missingIn(fields, typed).map(said('missing', 'form.missing')),",
      ''
    ]
  ]),
  ...inFile('web/src/lib/case/clock.ts', 'tests/web/clock.test.ts', [
    [
      'days would be said of ten years and not of thirty days',
      'if (total > countedDays)',
      'if (total < countedDays)'
    ],
    ['hours that are left would be said to be hours of delay', 'return left < 0 ?', 'return left > 0 ?']
  ]),
  ...inFile('web/src/lib/device/vault.ts', 'tests/web/device.test.ts', [
    [
      'a draft on a device would open with any key',
      "crypto.subtle.importKey('raw', secret, 'HKDF'",
      "crypto.subtle.importKey('raw', new Uint8Array(32), 'HKDF'"
    ],
    [
      'a draft would lie on a device as it was written',
      'const body = await crypto.subtle.encrypt({ name: cipher, iv: nonce }, key, words.encode(text))',
      'const body = words.encode(key ? text : text)'
    ]
  ]),
  ...inFile('web/src/lib/palette/found.ts', 'tests/web/palette.test.ts', [
    [
      'the palette would find everything, whatever was typed',
      'return [0, 1, 2, 3].flatMap((rank) => places.filter((one) => rankOf(one, wanted) === rank))',
      'return [...places]'
    ],
    [
      'acts would be looked for from every page but that of their case',
      "return id === null ? '/chercher'",
      "return id !== null ? '/chercher'"
    ],
    [
      'Enter would take a name for a page that holds its letters',
      'rankOf(one, bare(typed)) < 3',
      'rankOf(one, bare(typed)) < 4'
    ]
  ]),
  ...inFile('web/src/lib/palette/pages.ts', 'tests/web/palette.test.ts', [
    [
      'pages would be found by whoever may not open them, and by nobody else',
      'inRoom(me, room)',
      '!inRoom(me, room)'
    ],
    [
      'whoever reads no case would be led to correct one, and nobody else',
      ": has(me, 'cases')",
      ": !has(me, 'cases')"
    ]
  ]),
  ...inFile('web/src/lib/handing/may.ts', 'tests/web/palette.test.ts', [
    [
      'a case would be handed on by whoever does not accompany the person',
      "inRoom(me, 'handings') && capacity.id === 'referent'",
      "inRoom(me, 'handings') || capacity.id === 'referent'"
    ]
  ])
]

/** Why tests of these stay that no mistake brought down. */
export const keptForms: Kept = {
  'tests/web/act.test.ts':
    'An act asks for nothing in answer: a longer one costs time and is read by nobody, so one header is all there is to take away.',
  'tests/web/clock.test.ts':
    'That nobody is late after an indication, and that a counted day says of which clock it is, are one line and one sentence.',
  'tests/web/device.test.ts':
    'The screens of one flag are one draft to take up: one expression tells a flag from an act, and no other draft has several.',
  'tests/web/form.test.ts':
    'A form without fields, a box ticked twice and a time that is none are the bounds of three small functions, each with its own line.'
}
