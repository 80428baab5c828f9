import load, { type Highs } from 'highs'
import type { Program } from './program.ts'

export type Progress = { seconds: number; points: number | null; bound: number | null; gap: number | null }
export type Outcome = {
  /** `done`: within the gap that was asked for. `limit`: time or nodes were up. */
  status: 'done' | 'limit' | 'infeasible'
  values: Float64Array | null
  points: number
  bound: number
  seconds: number
}

let loaded: Promise<Highs> | null = null
const highs = (): Promise<Highs> => {
  // The package's types describe its CommonJS side, where the function stands under `default`.
  loaded ??= (load as unknown as typeof load.default)()
  return loaded
}

/**
 * Solves an integer program with HiGHS, on the caller's thread, which is blocked meanwhile: only workers and tests call it.
 * @param start a feasible point to begin with; one that is not feasible is left aside by HiGHS
 */
export async function solveProgram(
  program: Program,
  options: {
    seconds: number
    gap: number
    start?: Float64Array | undefined
    /** Ends after the root: the bound is then nearly as good as it gets on a year of real size. */
    rootOnly?: boolean
    /** Integer columns that stay as they are in `start`. */
    fixed?: (column: number) => boolean
    /** Whole columns of which `start` says nothing. */
    open?: ReadonlySet<number>
    onProgress?: (progress: Progress) => void
  },
): Promise<Outcome> {
  const solver = await highs()
  const starts = new Int32Array(program.rows.length + 1)
  program.rows.forEach((row, i) => {
    starts[i + 1] = (starts[i] as number) + row.columns.length
  })
  const total = starts[program.rows.length] as number
  const indices = new Int32Array(total)
  const values = new Float64Array(total)
  program.rows.forEach((row, i) => {
    indices.set(row.columns, starts[i])
    values.set(row.values, starts[i])
  })
  const held = (bounds: number[]) => {
    const { fixed, start } = options
    if (!fixed || !start) return bounds
    return bounds.map((bound, i) =>
      program.isInteger[i] && fixed(i) ? Math.round(start[i] as number) : bound,
    )
  }
  const { variableType, objectiveSense, callbackType, modelStatus } = solver.constants
  const model = solver.createModel({
    numCols: program.cost.length,
    numRows: program.rows.length,
    sense: objectiveSense.maximize,
    colCost: program.cost,
    colLower: held(program.lower),
    colUpper: held(program.upper),
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csr',
      numRows: program.rows.length,
      numCols: program.cost.length,
      starts,
      indices,
      values,
    } as never,
    integrality: program.isInteger.map((one) => (one ? variableType.integer : variableType.continuous)),
  })
  try {
    model.options.set({
      output_flag: false,
      time_limit: options.seconds,
      mip_rel_gap: options.gap,
      random_seed: 7,
      ...(options.rootOnly ? { mip_max_nodes: 1 } : {}),
    })
    const { start } = options
    // Of a start only the whole columns are told: HiGHS finds the others, also where they were not known.
    if (start) {
      const whole = Array.from(start.keys()).filter((i) => program.isInteger[i] && !options.open?.has(i))
      model.setSolution({ indices: whole, values: whole.map((i) => Math.round(start[i] as number)) })
    }
    const began = performance.now()
    const secondsNow = () => (performance.now() - began) / 1000
    const tell = (data: { mip_primal_bound?: number; mip_dual_bound?: number }) => {
      const points = finite(data.mip_primal_bound)
      const bound = finite(data.mip_dual_bound)
      options.onProgress?.({
        seconds: secondsNow(),
        points,
        bound,
        gap: points !== null && bound !== null ? gapOf(points, bound) : null,
      })
    }
    model.run({
      [callbackType.mipLogging]: (event) => void tell(event.data),
      [callbackType.mipImprovingSolution]: (event) => void tell(event.data),
    })
    const status = model.getModelStatus()
    const seconds = secondsNow()
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
      return { status: 'infeasible', values: null, points: 0, bound: 0, seconds }
    const solution = model.getSolution()
    const points = model.getObjectiveValue()
    const hasPoint = Number(model.info.get('primal_solution_status')) === 2
    const bound = finite(Number(model.info.get('mip_dual_bound'))) ?? Number.POSITIVE_INFINITY
    return {
      status: status === modelStatus.optimal ? 'done' : 'limit',
      values: hasPoint ? (solution.colValue as Float64Array) : null,
      points,
      bound,
      seconds,
    }
  } finally {
    model.dispose()
  }
}

const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) || Math.abs(value) > 1e15 ? null : value

/** How far the bound lies above the points, as a share of the bound: «cách tối ưu không quá». */
export const gapOf = (points: number, bound: number): number =>
  bound <= 0 ? (bound - points <= 1e-9 ? 0 : 1) : Math.max(0, (bound - points) / bound)
