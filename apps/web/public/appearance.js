// Light or dark before the first paint. A file of its own: the security policy takes no script within the page.
{
  const device = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    let choice;
    try {
      choice = localStorage.getItem('lateral.appearance');
    } catch {}
    const isDark = choice ? choice === 'dark' : device.matches;
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  };
  apply();
  device.addEventListener('change', apply);
  for (const event of ['storage', 'lateral:preference']) addEventListener(event, apply);
}
