// As the reader's system is set, and when that changes.
const night = window.matchMedia('(prefers-color-scheme: dark)');
const paint = () => document.documentElement.classList.toggle('dark-mode', night.matches);
night.addEventListener('change', paint);
paint();

if (document.getElementById('http')) {
  window.SwaggerUIBundle({
    url: 'openapi.json',
    dom_id: '#http',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: true,
    persistAuthorization: false,
  });
}
