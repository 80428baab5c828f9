import { solve } from '../../src/modules/planner/model/solve.ts'
import { aSchoolYear } from './school-year.ts'

// node tests/bench/planner.ts [first seed] [last seed] [seconds] [gap]: a year of real size, proven gap beside the greedy plan.
const [first = 1, last = 10, seconds = 60, gap = 0.01] = process.argv.slice(2).map(Number)
for (let seed = first; seed <= last; seed += 1) {
  const instance = aSchoolYear(seed)
  const began = performance.now()
  const used = process.cpuUsage()
  const answer = await solve(instance, { seconds, gap })
  const cpu = process.cpuUsage(used)
  const cores = (cpu.user + cpu.system) / 1000 / (performance.now() - began)
  const whole = ((performance.now() - began) / 1000).toFixed(1)
  if (answer.kind !== 'solved') {
    console.log(`seed ${seed}: ${answer.kind}`)
    continue
  }
  const { proof, figures, greedy, leftOut } = answer.solution
  const share = (value: number) => `${(100 * value).toFixed(2)} %`
  console.log(
    `seed ${String(seed).padStart(2)}: gap ${share(proof.gap)} in ${proof.seconds.toFixed(1)} s (${whole} s with reasons, ${cores.toFixed(1)} cores got), ${figures.classes} classes, ` +
      `${figures.seats} of ${figures.heads} seats (${share(figures.weightedShare)} of the weight); greedy ${greedy?.classes} classes, ${greedy?.seats} seats ` +
      `(${share(greedy?.weightedShare ?? 0)}); left out ${leftOut.length} forms, ${leftOut.filter((one) => one.isVerified).length} with a tried way; ${answer.violations.length} violations`,
  )
}
