import type * as z from 'zod'
import { type Day, printDay } from '../../pure/day.ts'

import type { task } from './contract.ts'

type About = z.infer<typeof task>['about']

export const vi = {
  title: 'Việc cần làm',
  lead: (p: { count: number }) =>
    p.count === 0 ? 'Hôm nay không có việc nào chờ đồng chí.' : `${p.count} việc đang chờ đồng chí.`,
  mine: 'Chờ đồng chí',
  theirs: 'Đang chờ người khác',
  since: (p: { at: string }) => `từ ${p.at}`,
  nothing:
    'Khi có kế hoạch chờ duyệt, đợt sắp xếp chờ xác nhận, tệp chờ ghi hoặc lớp sắp khai giảng, việc sẽ hiện ở đây.',
  kinds: {
    planMissing: (p: About) => `Năm ${p.year} chưa có kế hoạch. Soạn dự thảo hoặc nhập từ tệp Excel.`,
    planDraft: (p: About) => `Dự thảo kế hoạch năm ${p.year} chưa trình.`,
    planReturned: (p: About) => `Kế hoạch năm ${p.year} bị trả lại: ${p.reason}`,
    planSubmitted: (p: About) => `Kế hoạch năm ${p.year} đã trình, chờ Thường trực Tỉnh ủy duyệt.`,
    reorganisationDraft: (p: About) =>
      `${p.title}${p.on ? `, hiệu lực ${printDay(p.on as Day)}` : ''}: chờ người thứ hai xác nhận.`,
    placements: (p: About) => `${p.count} cán bộ của đơn vị bị chia tách chờ quyết định nơi công tác.`,
    importChecked: (p: About) => `Tệp «${p.name}» đã kiểm tra, chưa ghi vào Nhịp.`,
    classesOpening: (p: About) =>
      `${p.count} lớp khai giảng trong hai tuần tới${p.on ? `, sớm nhất ngày ${printDay(p.on as Day)}` : ''}.`,
    unitsWithoutCoordinator: (p: About) => `${p.count} đơn vị chưa có tài khoản đầu mối.`,
  },
  problems: {},
}
