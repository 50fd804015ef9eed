/** What a first declaration of a tenant's own begins from. */
export const SAMPLE = `v: 1
code: ve-sinh-moi-truong
name:
  vi: Lịch thu gom rác và tổng vệ sinh
  en: Waste collection and clean-up days
about:
  vi: "Xe rác đến thôn ngày nào, giờ nào; ngày nào cả xã tổng vệ sinh."
  en: "When the waste lorry comes to each village, and the clean-up days."
section: general
papi: { dimension: 7 }
by:
  - { kind: ubnd, tier: xã }
# event: khi phát sinh; period: theo kỳ; window: theo mùa; standing: thường xuyên
occasion: { kind: standing, refresh: { amount: 3, unit: m } }
nil: false
regimes:
  - from: 2024-01-01
    until: null
    status: CONFIRMED
    basis:
      - { document: Quy chế thực hiện dân chủ ở xã, article: "5" }
    # d: ngày; wd: ngày làm việc; m: tháng; y: năm
    due: { kind: after, within: { amount: 5, unit: wd } }
    places:
      - { kind: office_board, required: yes, lasts: permanent }
      - { kind: village_hall, required: yes, lasts: permanent }
fields:
  - key: lich
    label: { vi: Lịch, en: Schedule }
    kind: table
    columns:
      - { key: thon, label: { vi: Thôn, en: Village }, kind: village }
      - { key: ngay, label: { vi: Các ngày, en: Days }, kind: text }
      - { key: gio, label: { vi: Giờ, en: Time }, kind: time }
`;
