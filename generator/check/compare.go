package check

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"referat/generator/hosting"
	"referat/generator/source"
)

// compare holds the files against each other, when all are read.
func (c *checker) compare() {
	for address, by := range c.all.own {
		c.follow(address, *by)
	}
	for _, address := range c.all.listed {
		if n, there := c.fileAt(strings.TrimPrefix(address, c.site.Origin)); there {
			c.files[n].listed = true
		}
	}
	for i := range c.files {
		f := &c.files[i]
		if f.page && !f.moved && !f.stated {
			c.report(source.StatementLink, i, c.site.Statement)
		}
		if f.page && !f.moved && !f.quiet && !f.listed && c.names[i] != missing {
			c.report(source.NotInSitemap, i, "")
		}
		if hosting.TypeOf(c.names[i]) == hosting.AnyType && !hosting.Hidden(c.names[i]) {
			c.report(source.UnknownType, i, extensionOf(c.names[i]))
		}
	}
	if !c.all.mapped {
		c.all.findings = append(c.all.findings, Finding{Code: source.RobotsSitemap, What: c.site.Origin + c.site.Base + sitemap, Files: []string{robots}})
	}
}

func (c *checker) report(code source.Code, number int, what string) {
	c.all.findings = append(c.all.findings, Finding{Code: code, What: what, Files: []string{c.names[number]}})
}

// follow finds out where an address leads.
func (c *checker) follow(address string, by uses) {
	written, fragment, _ := strings.Cut(address, "#")
	target, there := c.fileAt(written)
	if !there {
		c.reportAll(source.DeadAddress, address, by)
		return
	}
	if c.names[target] == c.site.Statement {
		for _, n := range by {
			c.files[n].stated = true
		}
	}
	if place, asked := c.placeNamed(fragment); asked && c.files[target].page && !hasPlace(c.files[target].places, place) {
		c.reportAll(source.DeadPlace, address, by)
	}
}

func (c *checker) reportAll(code source.Code, what string, by uses) {
	for _, n := range by {
		c.report(code, int(n), what)
	}
}

// fileAt is the file that a web server answers an address of the site with.
func (c *checker) fileAt(address string) (number int, there bool) {
	name, err := url.PathUnescape(strings.TrimPrefix(address, c.site.Base))
	if err != nil || hosting.Hidden(name) {
		return 0, false
	}
	if address+"/" == c.site.Base {
		name = ""
	}
	if name == "" || strings.HasSuffix(name, "/") {
		return slices.BinarySearch(c.names, name+"index.html")
	}
	if number, there = slices.BinarySearch(c.names, name); !there {
		number, there = slices.BinarySearch(c.names, name+"/index.html") // a server adds the slash
	}
	return number, there
}

func hasPlace(places []uint64, place uint64) bool { return slices.Contains(places, place) }

// extensionOf is the end of a file's name from its last dot, or all of it.
func extensionOf(name string) string {
	name = name[strings.LastIndexByte(name, '/')+1:]
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		return name[dot:]
	}
	return name
}

// result puts together what is wrong in several files alike, and sorts.
func (c *checker) result() Result {
	type kind struct {
		code source.Code
		what string
	}
	joined := map[kind]*Finding{}
	for _, f := range c.all.findings {
		k := kind{f.Code, f.What}
		if had := joined[k]; had != nil {
			had.Files = append(had.Files, f.Files...)
		} else {
			joined[k] = &f
		}
	}
	r := Result{Files: len(c.names), Bytes: c.all.bytes, Addresses: len(c.all.own), Outside: map[string][]string{}}
	for _, f := range joined {
		slices.Sort(f.Files)
		f.Files = slices.Compact(f.Files)
		r.Findings = append(r.Findings, *f)
	}
	slices.SortFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Files[0], b.Files[0]), cmp.Compare(a.Code, b.Code), cmp.Compare(a.What, b.What))
	})
	for _, f := range c.files {
		if f.page {
			r.Pages++
		}
	}
	for address, by := range c.all.outside {
		for _, n := range *by {
			r.Outside[address] = append(r.Outside[address], c.names[n])
		}
		slices.Sort(r.Outside[address])
	}
	return r
}
