// Chooses light or dark before anything is painted: the person's choice in this browser, else the device's.
// A file of its own, because the content security policy takes no script that stands in the page.
(() => {
  const device = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    let choice = null;
    try {
      choice = localStorage.getItem('lateral.appearance');
    } catch {
      // A browser that keeps nothing goes by the device.
    }
    const isDark = choice === 'dark' || (choice !== 'light' && device.matches);
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  };
  apply();
  device.addEventListener('change', apply);
  addEventListener('storage', apply);
  addEventListener('lateral:preference', apply);
})();
