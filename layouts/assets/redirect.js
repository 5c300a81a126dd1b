// The page has moved: a place on it that was asked for is asked for at the new
// address too. Without this file the reader is led to the top of the page.
const link = document.querySelector("main a");
link.hash = location.hash;
if (location.hash) location.replace(link.href);
