import { expectAccessible } from './axe.ts'
import { beAs } from './people.ts'
import { test } from './test.ts'

/** Every page that can be opened without an id, by who opens it. Both languages; the two widths are the two projects. */
const pages = {
  trainingOffice: [
    '/',
    '/tim?q=nguyen',
    '/tai-khoan',
    '/don-vi',
    '/sap-xep',
    '/can-bo',
    '/can-bo/sap-xep',
    '/chuong-trinh',
    '/chuong-trinh/moi',
    '/chuong-trinh/nhom',
    '/chuong-trinh/1',
    '/chuong-trinh/1/sua',
    '/nhu-cau',
    '/nhu-cau/moi',
    '/nhu-cau/2',
    '/nhu-cau/2/sua',
    '/nhu-cau/2/tong-hop',
    '/nhu-cau/2/tung-dong',
    '/nhu-cau/2/trung',
    '/nhu-cau/2/chia-tach',
    '/quy-dinh',
    '/quy-dinh/con-thieu',
    '/uu-tien',
    '/uu-tien/1',
    '/phuong-an',
    '/phuong-an/moi',
    '/phuong-an/khuon-lop?sua=1/fullTime',
    '/phuong-an/so-sanh',
    '/ke-hoach',
    '/ke-hoach/moi',
    '/ke-hoach/giai-doan',
    '/ke-hoach/mau-van-ban',
    '/ke-hoach/2026/dieu-chinh',
    '/ke-hoach/2026/dieu-chinh/moi',
    '/ke-hoach/dieu-chinh/1',
    '/ke-hoach/2026/du-bao',
    '/ke-hoach/phien-ban/1',
    '/ke-hoach/phien-ban/4?dong=moi',
    '/lop',
    '/thong-bao?state=all',
    '/phoi-hop',
    '/phoi-hop/don-vi/56',
    '/phoi-hop/cam-ket',
    '/phoi-hop/cam-ket/1',
    '/phoi-hop/lich',
    '/phoi-hop/nhip',
    '/thuc-te',
    '/thuc-te/moi',
    '/thuc-te/2',
    '/thuc-te/5',
    '/thuc-te/5/sua',
    '/thuc-te/noi-don',
    '/thuc-te/noi-don/moi',
    '/thuc-te/noi-don/1',
    '/danh-gia',
    '/danh-gia/moi',
    '/danh-gia/ket-qua',
    '/danh-gia/ket-qua?by=lecturer',
    '/danh-gia/giang-vien/1',
    '/danh-gia/quy-dinh?nam=2023',
    '/danh-gia/1',
    '/danh-gia/2',
    '/danh-gia/3',
    '/phoi-hop/mau?mau=moi',
    '/phoi-hop/nhac-viec',
    '/lop/moi',
    '/nhap',
    '/lich?nam=2027',
    '/lich/danh-sach?nam=2027',
    '/lich/moi',
    '/phong',
    '/phong/moi',
    '/phong/1?nam=2026',
    '/giang-vien',
    '/giang-vien/moi',
    '/giang-vien/1',
    '/giang-vien/chuyen-mon?programmeId=1',
    '/giang-vien?approval=expiring',
    '/giang-vien/nhom',
    '/giang-vien/tai-giang?nam=2026',
    '/giang-vien/thinh-giang',
    '/giang-vien/xem-lai',
    '/giang-vien/de-nghi/1',
    '/giang-vien/ho-so/moi',
    '/giang-vien/ho-so/1',
    '/giang-vien/5/phe-duyet',
    '/giang-vien/5/tai-giang?nam=2026',
    '/giang-vien/5/tai-lieu',
    '/giang-vien/5/sua',
    '/lop/mo-lop?programmeId=4&learners=80&earliest=01/12/2026&needsRoom=true',
    '/bao-cao/ke-hoach?nam=2025',
    '/nhat-ky',
    '/khong-co-trang-nay',
  ],
  administrator: ['/quan-tri/tai-khoan', '/quan-tri/tai-khoan/moi', '/quan-tri/quyen'],
  lecturer: ['/danh-gia-ve-toi', '/giang-vien/cua-toi'],
  unitCoordinator: [
    '/',
    '/giang-vien/thinh-giang',
    '/giang-vien/de-nghi/moi',
    '/lich',
    '/lich/moi',
    '/phong',
    '/phoi-hop',
    '/phoi-hop/lich',
    '/thong-bao',
    '/nhu-cau',
    '/nhu-cau/2',
    '/can-bo',
    '/ke-hoach',
    '/bao-cao/ke-hoach',
  ],
} as const

// A finding names its node; a trace of every page would take longer than the looking.
test.use({ trace: 'off' })

for (const [role, addresses] of Object.entries(pages)) {
  for (const address of addresses) {
    test(`axe finds nothing on ${address} (${role})`, async ({ page }) => {
      await beAs(page, role as keyof typeof pages)
      await expectAccessible(page, address)
    })
  }
}

for (const address of ['/dang-nhap', '/quen-mat-khau', '/dat-mat-khau']) {
  test(`axe finds nothing on ${address} (signed out)`, async ({ page }) => {
    await expectAccessible(page, address)
  })
}
