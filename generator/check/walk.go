package check

import (
	"slices"
	"strings"
)

// list notes what a sitemap names, and what its parts do.
func (c *checker) list(sitemap int) {
	for _, address := range c.all.listed[sitemap] {
		n, there := c.fileAt(strings.TrimPrefix(address, c.site.Origin))
		if !there || c.files[n].listed {
			continue
		}
		c.files[n].listed = true
		c.list(n)
	}
}

// walk follows links from the home page, as a reader does whose browser runs no script.
func (c *checker) walk() {
	home, there := slices.BinarySearch(c.names, "index.html")
	if !there {
		return
	}
	leads := make([][]int, len(c.files))
	for _, a := range c.all.own {
		for _, n := range a.links {
			if a.target >= 0 {
				leads[n] = append(leads[n], a.target)
			}
		}
	}
	c.files[home].found = true
	for way := []int{home}; len(way) > 0; {
		at := way[len(way)-1]
		way = way[:len(way)-1]
		for _, n := range leads[at] {
			if !c.files[n].found {
				c.files[n].found = true
				way = append(way, n)
			}
		}
	}
}
