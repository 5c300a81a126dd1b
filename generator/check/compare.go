package check

import (
	"cmp"
	"maps"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"referat/generator/hosting"
	"referat/generator/source"
)

// compare holds the files against each other, when all are read.
func (c *checker) compare() {
	c.followAll()
	if n, there := slices.BinarySearch(c.names, sitemap); there {
		c.list(n)
	}
	c.walk()
	for i := range c.files {
		f := &c.files[i]
		if f.page && !f.moved && !f.stated {
			c.report(source.StatementLink, i, c.site.Statement)
		}
		if f.page && !f.moved && !f.quiet && !f.listed && c.names[i] != missing {
			c.report(source.NotInSitemap, i, "")
		}
		if f.page && !f.moved && !f.quiet && !f.found && c.names[i] != missing {
			c.report(source.UnlinkedPage, i, "")
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
	c.all.findings = append(c.all.findings, c.finding(code, number, what))
}

func (c *checker) finding(code source.Code, number int, what string) Finding {
	return Finding{Code: code, What: what, Files: []string{c.names[number]}}
}

// followAll finds out where all addresses lead.
func (c *checker) followAll() {
	paths := slices.Collect(maps.Keys(c.all.own))
	found := make([][]Finding, runtime.GOMAXPROCS(0))
	var next atomic.Int64
	var wg sync.WaitGroup
	for w := range found {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(paths); i = int(next.Add(1)) - 1 {
				found[w] = append(found[w], c.follow(paths[i], c.all.own[paths[i]])...)
			}
		})
	}
	wg.Wait()
	c.all.findings = append(c.all.findings, slices.Concat(found...)...)
	for _, a := range c.all.own {
		if a.target >= 0 && c.names[a.target] == c.site.Statement {
			for _, n := range a.files {
				c.files[n].stated = true
			}
		}
	}
}

// follow finds out where an address leads, and whether the places there are that links ask for.
func (c *checker) follow(path string, a *address) (found []Finding) {
	var there bool
	if a.target, there = c.fileAt(path); !there {
		a.target = -1
		whole := map[int32]bool{} // the files that ask for a place there
		for _, p := range a.asked {
			whole[p.by] = true
			found = append(found, c.finding(source.DeadAddress, int(p.by), path+"#"+p.place.name))
		}
		for _, n := range a.files {
			if !whole[n] {
				found = append(found, c.finding(source.DeadAddress, int(n), path))
			}
		}
		return found
	}
	target := &c.files[a.target]
	for _, p := range a.asked {
		if target.page && !slices.Contains(target.places, p.place.hash) {
			found = append(found, c.finding(source.DeadPlace, int(p.by), path+"#"+p.place.name))
		}
	}
	return found
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
	r := Result{Files: len(c.names), Addresses: len(c.all.own), Outside: map[string][]string{}}
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
