import decodeQR from 'qr/decode.js'
import { expect, it } from 'vitest'
import { squareOf } from '../../web/src/lib/conversation/square.server.ts'

/** The square as a camera sees it, each module four points wide. */
const seen = (path: string, side: number) => {
  const scale = 4
  const width = side * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < scale; row += 1) {
      const first = ((Number(y) * scale + row) * width + Number(x) * scale) * 4
      for (let at = first; at < first + scale * 4; at += 1) data[at] = at % 4 === 3 ? 255 : 0
    }
  return { width, height: width, data }
}

it('a telephone reads from the square the address of the text, and nothing else', () => {
  const address = 'https://exemple.fr/t/r8hj'
  const { side, path } = squareOf(address)
  expect(decodeQR(seen(path, side))).toBe(address)
})
