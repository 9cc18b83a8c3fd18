/*
 * For the pages of others: puts behind each link with data-kennisbank what its page says in short, with the date, the
 * certainty and, where it belongs, that it is no law. Without this script the link still stands there.
 */
// The words of data/vocabulaires/zekerheid.yml; a test compares.
const SURE = { primair: 'uit eerste hand', secundair: 'uit tweede hand', afgeleid: 'eigen afleiding', tegenstrijdig: 'bronnen spreken elkaar tegen' };
const DAY = new Intl.DateTimeFormat('nl', { dateStyle: 'long' });

/** Window in; shows what the links are about. */
export function begin({ document, fetch }) {
  const base = document.currentScript.src.replace(/assets\/js\/[^/]*$/, '');
  const make = (tag, ...children) => {
    const made = document.createElement(tag);
    made.append(...children);
    return made;
  };

  async function show(link) {
    const [folder, name] = link.href.slice(base.length).split('/');
    const town = folder === 'gemeenten';
    const file = await (await fetch(`${base}api/v1/${town ? 'gemeentestand' : `${folder}/${name}`}.json`)).json();
    const item = town ? file.items[name.toUpperCase()] : file.item;
    const sure = [...new Set(JSON.stringify(item).match(/"zekerheid":"\w+"/g))].map((one) => SURE[one.slice(13, -1)]).join(', ');
    const box = make('blockquote', make('p', item.samenvatting));
    box.className = 'kennisbank';
    if (item.waarschuwing) box.prepend(make('p', make('strong', item.waarschuwing)));
    box.append(make('p', `${file.uitgever}, bijgewerkt tot en met ${DAY.format(new Date(file.peildatum))}.${sure && ` Zekerheid: ${sure}.`} Bronnen staan op de pagina. ${file.afzender}`));
    link.after(box);
  }

  document.querySelectorAll('a[data-kennisbank]').forEach(show);
}
