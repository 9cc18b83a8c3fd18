// What still moves.
() => {
  const beweegt = document.getAnimations().map((een) => een.animationName || een.transitionProperty);
  for (const deel of document.querySelectorAll('*')) {
    const { animationName, animationDuration, transitionProperty, transitionDuration } = getComputedStyle(deel);
    if (animationName !== 'none' && parseFloat(animationDuration) > 0) beweegt.push(deel.className + ' ' + animationName);
    const duur = transitionDuration.split(', ').map(parseFloat);
    transitionProperty.split(', ').forEach((naam, i) => {
      if (duur[i % duur.length] > 0 && !/color|opacity|shadow|outline|fill|stroke/.test(naam)) beweegt.push(deel.tagName + '.' + deel.className + ' ' + naam);
    });
  }
  return [...new Set(beweegt)];
}
