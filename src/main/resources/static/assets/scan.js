/* The camera reads codes: by the browser itself where it can, else by jsQR. Typing works without this. */
(function () {
  'use strict';
  var EVERY = 150;
  function reader() {
    var canvas = document.createElement('canvas'), detector;
    if ('BarcodeDetector' in window) {
      detector = new BarcodeDetector({ formats: ['qr_code'] });
      return function (video) { return detector.detect(video).then(function (found) { return found.length ? found[0].rawValue : ''; }); };
    }
    return function (video) {
      var pen = canvas.getContext('2d', { willReadFrequently: true }), scale = Math.min(1, 960 / video.videoWidth), image, found;
      canvas.width = video.videoWidth * scale;
      canvas.height = video.videoHeight * scale;
      pen.drawImage(video, 0, 0, canvas.width, canvas.height);
      image = pen.getImageData(0, 0, canvas.width, canvas.height);
      found = window.jsQR(image.data, image.width, image.height, { inversionAttempts: 'dontInvert' });
      return Promise.resolve(found ? found.data : '');
    };
  }
  window.UG = window.UG || {};
  /* asks for the camera and gives the first code it sees */
  window.UG.scan = function (video) {
    if (!navigator.mediaDevices) return Promise.reject(new Error('no camera'));
    return navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(function (stream) {
      var read = reader();
      video.srcObject = stream;
      video.hidden = false;
      return video.play().then(function () {
        return new Promise(function (done) {
          (function look() {
            read(video).catch(function () { return ''; }).then(function (text) {
              if (!text) { setTimeout(look, EVERY); return; }
              stream.getTracks().forEach(function (track) { track.stop(); });
              video.hidden = true;
              done(text);
            });
          })();
        });
      });
    });
  };
  /* a button with data-scan: what the camera reads goes into that field, and its form is sent */
  var button = document.querySelector('[data-scan]'), video = document.querySelector('[data-scan-video]');
  if (!button || !video) return;
  button.hidden = false;
  button.addEventListener('click', function () {
    window.UG.scan(video).then(function (text) {
      var field = document.querySelector(button.dataset.scan);
      field.value = text;
      field.form.requestSubmit();
    }).catch(function () {
      document.querySelector('[data-scan-none]').hidden = false;
      button.hidden = true;
    });
  });
})();
