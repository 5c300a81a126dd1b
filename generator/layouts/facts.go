package layouts

import (
	"cmp"
	"html/template"
	"reflect"
	"strings"

	"referat/generator/data"
	"referat/generator/site"
)

// facts is the block of data in which a page says of itself to search engines what it
// shows to readers: the way to it, and its facts. Nothing runs it, so that the content
// security policy lets it stand. above and here are what stands on the page for the page
// above and for itself where these have no name of their own.
func (w *words) facts(p site.Page, above, here string) template.HTML {
	block := data.FactsJSON(w.way(p, above, here), p.Facts)
	if block == nil {
		return ""
	}
	return template.HTML(`<script type="application/ld+json">` + string(block) + `</script>`)
}

// dataFacts are the facts of the page about the data: its datasets too, under the names that
// stand there.
func (w *words) dataFacts(v site.OpenDataView, here string) template.HTML {
	page := v.Page
	for _, set := range v.Sets {
		of := set.Facts
		of.Name, of.Description = w.say(set.Title), w.say(set.About)
		page.Facts.Datasets = append(page.Facts.Datasets, of)
	}
	return w.facts(page, "", here)
}

// way are the pages from the home page to a page, under the names that stand on it. One
// without a name is left out.
func (w *words) way(p site.Page, above, here string) []data.Crumb {
	if len(p.Crumbs) == 0 || p.Canonical == "" {
		return nil
	}
	origin := originOf(p.Canonical)
	way := []data.Crumb{{Name: w.label(homeLabel), Address: origin + p.Home.Href}}
	for _, c := range p.Crumbs {
		crumb := data.Crumb{Name: cmp.Or(c.Text, above, p.Title), Address: origin + c.Href}
		if c.Current {
			crumb = data.Crumb{Name: cmp.Or(c.Text, here, p.Title), Address: p.Canonical}
		}
		if crumb.Name != "" {
			way = append(way, crumb)
		}
	}
	return way
}

// homeLabel is the name of the home page.
const homeLabel = "home"

// originOf is the scheme and the host of an absolute address.
func originOf(address string) string {
	scheme, rest, _ := strings.Cut(address, "://")
	host, _, _ := strings.Cut(rest, "/")
	return scheme + "://" + host
}

// facts compiles a call of the function.
func (c *compiler) facts(args []expression) func(*drawing, reflect.Value) string {
	page, above, here := args[0].value, args[1].words(), args[2].words()
	return func(d *drawing, dot reflect.Value) string {
		return string(c.words.facts(as[site.Page](page(d, dot)), above(d, dot), here(d, dot)))
	}
}

// dataFacts compiles a call of the function.
func (c *compiler) dataFacts(args []expression) func(*drawing, reflect.Value) string {
	view, here := args[0].value, args[1].words()
	return func(d *drawing, dot reflect.Value) string {
		return string(c.words.dataFacts(as[site.OpenDataView](view(d, dot)), here(d, dot)))
	}
}
