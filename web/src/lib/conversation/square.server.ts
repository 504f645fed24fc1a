import encodeQR from 'qr'

/** An address as a square that a telephone reads: its side in modules, and the dark ones as one path. */
export type Square = { side: number; path: string }

/** Drawn here, so that no page carries what draws it. The margin of four modules is what readers ask for. */
export const squareOf = (address: string): Square => {
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border: 4 })
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('')
  return { side: rows.length, path }
}
