import { fold } from '../../../pure/vietnamese.ts'
import type { ImportCheck } from '../../../server/importer.ts'

/** The file's own totals against the sums of its rows. */
export class Totals {
  private readonly rows: { basis: 'plan' | 'policy'; learners: number }[] = []
  private sinceTotal = 0
  private sinceSection = 0

  add(basis: 'plan' | 'policy', learners: number): void {
    this.rows.push({ basis, learners })
  }

  section(): void {
    this.sinceSection = this.rows.length
  }

  check(title: string, said: number): ImportCheck {
    const sum = (rows: readonly { learners: number }[]) => rows.reduce((all, row) => all + row.learners, 0)
    const words = fold(title)
    const of = (basis: 'plan' | 'policy') => this.rows.filter((row) => row.basis === basis)
    const candidates = /mo them|chu truong|ngoai ke hoach/.test(words)
      ? [of('policy')]
      : /ke hoach/.test(words)
        ? [of('plan')]
        : /^(tong cong|tong so|tong)\b/.test(words)
          ? [this.rows, this.rows.slice(this.sinceTotal)]
          : [this.rows.slice(this.sinceTotal), this.rows.slice(this.sinceSection), this.rows]
    const found = candidates.map(sum)
    this.sinceTotal = this.rows.length
    const holds = found.includes(said)
    return {
      code: 'classes.import.check.total',
      params: { title, said, sum: holds ? said : (found[0] ?? 0), holds },
      holds,
    }
  }
}
