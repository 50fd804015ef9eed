import { messages } from '../../../kernel/i18n.ts';

export const bm = messages({
  notAFeature: { vi: 'Mục này không phải là một “Feature”.', en: 'This entry is not a “Feature”.' },
  noName: {
    vi: 'Không thấy mã hoặc tên đơn vị trong các thuộc tính: {keys}.',
    en: 'No code or name of a unit among the properties: {keys}.',
  },
  notAnArea: {
    vi: 'Hình phải là “Polygon” hoặc “MultiPolygon”, tệp ghi “{type}”.',
    en: 'The geometry must be a “Polygon” or a “MultiPolygon”; the file says “{type}”.',
  },
  ringTooShort: {
    vi: 'Một đường bao có ít hơn ba điểm khác nhau hoặc không bao diện tích nào.',
    en: 'A ring has fewer than three different points or encloses no area.',
  },
  notAPoint: { vi: 'Có điểm không ghi đủ kinh độ và vĩ độ.', en: 'A point lacks its longitude or latitude.' },
  turnedAround: {
    vi: 'Điểm {lon}, {lat} ghi vĩ độ trước kinh độ. GeoJSON ghi kinh độ trước.',
    en: 'The point {lon}, {lat} gives latitude before longitude. GeoJSON has longitude first.',
  },
  outside: {
    vi: 'Điểm {lon}, {lat} không nằm ở Việt Nam. Xuất lại tệp theo kinh độ, vĩ độ WGS 84 (EPSG:4326), không theo VN-2000.',
    en: 'The point {lon}, {lat} is not in Vietnam. Export the file in longitude and latitude, WGS 84 (EPSG:4326), not VN-2000.',
  },
  unitUnknown: {
    vi: 'Không tìm thấy đơn vị “{text}” vào ngày {date}.',
    en: 'The unit “{text}” was not found on {date}.',
  },
  unitUnknownNear: {
    vi: 'Không tìm thấy đơn vị “{text}” vào ngày {date}. Có phải: {near}?',
    en: 'The unit “{text}” was not found on {date}. Did you mean: {near}?',
  },
  unitAmbiguous: {
    vi: 'Có {count} đơn vị mang tên “{text}” vào ngày {date}; ghi thêm mã đơn vị.',
    en: '{count} units are called “{text}” on {date}; add the unit’s code.',
  },
  joined: {
    vi: 'Cùng là “{unit}” như {place}; hai phần được ghép lại.',
    en: 'The same unit, “{unit}”, as {place}; both parts are joined.',
  },
});
