// How a page reads on a phone: its length and the way to the first article of a law, in screens of this window, and how
// many of the characters that one sees are proof.
() => {
  const BEWIJS = '.kb-bewijs, .kb-noot, .kb-stand, .kb-bronnen';
  const merk = (deel) => getComputedStyle(deel).fontSize === '0px'; // its words, for who listens
  const gezien = (deel) => deel.checkVisibility() && !deel.closest('.kb-verborgen') && !merk(deel);
  const tekens = { alle: 0, bewijs: 0 };
  const lopen = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let knoop = lopen.nextNode(); knoop; knoop = lopen.nextNode()) {
    const deel = knoop.parentElement;
    const aantal = knoop.data.replace(/\s+/g, ' ').trim().length;
    if (!aantal || !gezien(deel)) continue;
    tekens.alle += aantal;
    if (deel.closest(BEWIJS)) tekens.bewijs += aantal;
  }
  const artikel = [...document.querySelectorAll('main a[href*="wetten.overheid.nl"]')]
    .filter((link) => /^artikel /i.test(link.textContent));
  const eerste = artikel.find(gezien);
  const schermen = (px) => px / window.innerHeight;
  return {
    screens: schermen(document.documentElement.scrollHeight),
    artikel: artikel.length ? schermen(eerste ? eerste.getBoundingClientRect().bottom + window.scrollY : Infinity) : null,
    proof: tekens.bewijs / tekens.alle,
    balk: Boolean(document.querySelector('h1 ~ .kb-acties, .kb-held + .kb-acties')),
  };
}
