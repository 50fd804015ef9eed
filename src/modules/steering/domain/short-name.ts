/** "UBND xã Hạ Lễ" as a table of communes says it: "Xã Hạ Lễ". Names of other units stay as they are. */
export function shortName(name: string): string {
  const place = /^(?:UBND|Ủy ban nhân dân)\s+((?:xã|phường|thị trấn|đặc khu)\s.+)$/u.exec(name)?.[1];
  return place === undefined ? name : place.charAt(0).toLocaleUpperCase('vi') + place.slice(1);
}
