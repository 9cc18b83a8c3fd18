// Two screenshots in; out how many pixels have enough contrast between before and after. A ring of 2 px all around a box of
// w by h covers 2 * 2 * (w + h) pixels: that is how WCAG 2.4.13 states its minimum.
async ([voor, na, minimum]) => {
  const pixels = async (png) => {
    const beeld = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
    const doek = new OffscreenCanvas(beeld.width, beeld.height).getContext('2d');
    doek.drawImage(beeld, 0, 0);
    return doek.getImageData(0, 0, beeld.width, beeld.height).data;
  };
  const deel = (waarde) => { const v = waarde / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const licht = (data, i) => 0.2126 * deel(data[i]) + 0.7152 * deel(data[i + 1]) + 0.0722 * deel(data[i + 2]);
  const [a, b] = [await pixels(voor), await pixels(na)];
  let genoeg = 0;
  const gelijk = (i) => a[i] === b[i] && a[i + 1] === b[i + 1] && a[i + 2] === b[i + 2];
  for (let i = 0; i < a.length; i += 4) {
    if (gelijk(i)) continue;
    const [x, y] = [licht(a, i), licht(b, i)];
    if ((Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05) >= minimum) genoeg += 1;
  }
  return genoeg;
}
