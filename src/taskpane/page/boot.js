/* ES5 only: this must run where the pane itself cannot. */
(function () {
  'use strict';
  var WAIT_MS = 10000;
  // Trident (Excel 2016 and 2019 bought once): React and Fluent do not run there.
  if (document.documentMode) {
    window.location.replace('old-host.html');
    return;
  }
  window.setTimeout(function () {
    var loading = document.getElementById('loading');
    var failed = document.getElementById('not-loaded');
    // The pane replaces both as soon as it starts.
    if (!loading || !failed) return;
    loading.style.display = 'none';
    failed.removeAttribute('hidden');
  }, WAIT_MS);
})();
