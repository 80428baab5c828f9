import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { PlanActual } from './plan-actual-chart.tsx'

const [pine, pale, ink, quiet, hairline] = ['#1d5a47', '#d3cfbf', '#1d2b28', '#56625d', '#d9d6ca']

/** Draws the bars into the box and follows its width. Returns what takes them away again. */
export function drawPlanActual(
  box: HTMLElement,
  items: readonly PlanActual[],
  words: { plan: string; held: string; print: (value: number) => string },
): () => void {
  use([BarChart, GridComponent, TooltipComponent, SVGRenderer])
  const chart = init(box, null, { renderer: 'svg' })
  const bar = { type: 'bar' as const, silent: false, cursor: 'default', emphasis: { disabled: true } }
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'Be Vietnam Pro, system-ui, sans-serif', color: ink },
    grid: { left: 16, right: 16, top: 12, bottom: 6, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: 'rgba(29, 90, 71, 0.06)' } },
      transitionDuration: 0,
      backgroundColor: '#fffefb',
      borderColor: hairline,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { color: ink, fontSize: 13 },
      extraCssText: 'box-shadow:none;border-radius:3px',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? words.print(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: items.map((item) => item.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: hairline } },
      axisLabel: { color: quiet, fontSize: 11, interval: 0, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      splitLine: { lineStyle: { color: hairline } },
      axisLabel: { color: quiet, fontSize: 11, formatter: words.print },
    },
    series: [
      { ...bar, name: words.plan, data: items.map((item) => item.plan), barWidth: '52%', color: pale, z: 2 },
      {
        ...bar,
        name: words.held,
        data: items.map((item) => item.held),
        barWidth: '22%',
        barGap: '-71%',
        color: pine,
        z: 3,
      },
    ],
  })
  const follow = new ResizeObserver(() => chart.resize({ animation: { duration: 0 } }))
  follow.observe(box)
  return () => {
    follow.disconnect()
    chart.dispose()
  }
}
