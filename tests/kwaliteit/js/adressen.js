// Addresses that would run or load something.
() => [...document.querySelectorAll('[href], [src], [action], [formaction], [data], [srcdoc]')]
  .flatMap((deel) => ['href', 'src', 'action', 'formaction', 'data', 'srcdoc'].map((naam) => deel.getAttribute(naam)))
  .filter((adres) => adres && /^\s*(javascript|data|vbscript|blob|file):/i.test(adres) && !adres.startsWith('blob:'))
