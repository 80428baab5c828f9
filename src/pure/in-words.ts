const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const groups = ['', 'nghìn', 'triệu', 'tỷ'] as const

/** Three figures, as they are read behind others (`isFirst` false: «không trăm linh năm»). */
function readThree(value: number, isFirst: boolean): string {
  const [hundred, ten, one] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const said: string[] = []
  if (hundred > 0 || !isFirst) said.push(`${digits[hundred]} trăm`)
  if (ten === 0 && one > 0 && said.length > 0) said.push('linh')
  if (ten === 1) said.push('mười')
  if (ten > 1) said.push(`${digits[ten]} mươi`)
  if (one > 0) {
    if (one === 1 && ten > 1) said.push('mốt')
    else if (one === 5 && ten > 0) said.push('lăm')
    else said.push(digits[one] as string)
  }
  return said.join(' ')
}

/**
 * A sum in Vietnamese words as a payment list ends with it: 1250000 is «Một triệu hai trăm năm mươi nghìn đồng». Whole đồng, from
 * 0 to 999 tỷ; a sum outside throws RangeError.
 */
export function dongInWords(dong: number): string {
  if (!Number.isSafeInteger(dong) || dong < 0 || dong >= 1e12) throw new RangeError(`not a sum: ${dong}`)
  const parts: string[] = []
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const three = Math.floor(dong / 1000 ** at) % 1000
    if (three === 0) continue
    parts.push([readThree(three, parts.length === 0), groups[at]].filter(Boolean).join(' '))
  }
  const said = parts.length === 0 ? digits[0] : parts.join(' ')
  return `${said[0]?.toUpperCase()}${said.slice(1)} đồng`
}
