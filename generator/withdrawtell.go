package main

import (
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/hosting"
	"referat/generator/layouts"
	"referat/generator/source"
)

// tell tells what was taken off, where it still is, and who else may keep it.
func (w *withdrawal) tell(b *builder) {
	w.say("taget af: %s (%s)\n", "taken off: %s (%s)\n", w.absolute(w.gone.address()), w.reason)
	w.tellLeft()
	w.say("\nandre kan have en kopi af det, der stod på disse adresser:\n", "\nothers may have a copy of what stood at these addresses:\n")
	for _, address := range w.changed(b) {
		w.say("  %s\n", "  %s\n", w.absolute(address))
	}
	w.say(cachesDanish, cachesEnglish)
	w.say("\ntaget af: %s\n", "\ntaken off: %s\n", w.absolute(w.gone.address())) // again, for the list above may be long
	if w.host == nil {
		w.say("endnu IKKE udgivet: kør referat publish MAPPE nu\n", "NOT published yet: run referat publish DIR now\n")
	}
}

const cachesDanish = `bed dem om at glemme dem:
  Google: https://search.google.com/search-console/remove-outdated-content
  Bing: https://www.bing.com/webmasters/tools/contentremoval
  Internet Archive: skriv til info@archive.org med adresserne
  jeres egne: tøm cachen i CDN, proxy og webhotel for adresserne
  Netarkivet høster danske websteder og kan ikke tømmes; det er kun åbent for forskning
`

const cachesEnglish = `ask them to forget it:
  Google: https://search.google.com/search-console/remove-outdated-content
  Bing: https://www.bing.com/webmasters/tools/contentremoval
  Internet Archive: write to info@archive.org with the addresses
  your own: empty the caches of CDN, proxy and web host of the addresses
  Netarkivet harvests Danish sites and cannot be emptied; it is open to research only
`

// tellLeft tells where the text still is, which a person has to see to.
func (w *withdrawal) tellLeft() {
	w.say("det står stadig her og skal fjernes i hånden:\n", "it still stands here and must be removed by hand:\n")
	for _, p := range w.left() {
		w.say("  %s\n", "  %s\n", p)
	}
	w.say("  gits historie, hvis mappen ligger i git\n", "  the history of git, if the folder is in git\n")
}

// left are the files that still hold something of it.
func (w *withdrawal) left() (list []source.Path) {
	p := w.gone.path()
	switch {
	case w.gone.file != "" && w.reason != content.PersonalData:
		list = append(list, source.Path(w.hiddenName()))
	case w.gone.file == "" && w.reason != content.PersonalData && w.holdsText(p):
		list = append(list, p)
	}
	if w.gone.file != "" || !w.isMinutes(p) {
		return list
	}
	committee, name := meetingOf(p)
	kept := w.desk.pathsBelow("content/.import/" + committee)
	if p.Base() == "index.md" {
		kept = append(kept, w.desk.pathsBelow(string(p.Dir()))...)
	}
	for _, f := range kept {
		if f != p && (strings.HasPrefix(f.Base(), name+".") || f.Dir() == p.Dir()) {
			list = append(list, f)
		}
	}
	return list
}

// holdsText tells that a content file has more than what is left of withdrawn minutes.
func (w *withdrawal) holdsText(p source.Path) bool {
	text := w.ownText(p)
	return text != nil && string(text) != w.stub()
}

// changed are the addresses that the build has changed or taken away, and what was taken off.
func (w *withdrawal) changed(b *builder) []string {
	list := []string{w.gone.address()}
	for _, c := range b.ledger.Last().Changes {
		isAsset := slices.ContainsFunc(b.look.set.Assets(), func(a layouts.Asset) bool { return a.Address == c.Path })
		if !hosting.Hidden(c.Path) && !isAsset && c.Path != "404.html" {
			list = append(list, "/"+strings.TrimSuffix(c.Path, "index.html"))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// absolute is an address as the world writes it.
func (w *withdrawal) absolute(address string) string {
	u := *w.files.Settings.Base // whose path ends in a slash
	u.Path += strings.TrimPrefix(address, "/")
	return u.String()
}
