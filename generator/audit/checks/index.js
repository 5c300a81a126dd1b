'use strict';
// The checks, in the order in which they are run and reported.

module.exports = [
  'frame', 'titles', 'ids', 'inline', 'links', 'tables', 'minutes', 'counts', 'lists', 'weight', 'motion', 'nu',
  'traffic', 'axe', 'targets', 'boxes', 'text', 'keyboard', 'scripts', 'linecharts', 'timelines', 'qualweb',
].map(name => require('./' + name));
