package serve

import (
	"fmt"
	"reflect"
	"testing"
)

func TestWhatAPageIsToldOfAChange(t *testing.T) {
	s := archive()
	for _, c := range []struct {
		page   string
		change Change
		want   event
	}{
		{"/arkiv/", Change{Paths: []string{"om/index.html", "index.html"}}, event{Page: true}},
		{"/arkiv/index.html", Change{Paths: []string{"index.html"}}, event{Page: true}},
		{"/arkiv/om/", Change{Paths: []string{"index.html"}}, event{}},
		{"/arkiv/b%C3%B8rn/", Change{Paths: []string{"børn/index.html"}}, event{Page: true}},
		{"/arkiv/om/", Change{Paths: []string{"a/å b.svg", "style.css"}}, event{Files: []string{"/arkiv/a/å b.svg", "/arkiv/style.css"}}},
		{"/arkiv/om/", Change{Paths: []string{"404.html"}}, event{}},
		{"/arkiv/ingen/", Change{Paths: []string{"404.html"}}, event{Page: true}},
		{"/arkiv/ingen", Change{Paths: []string{"ingen/index.html"}}, event{Page: true}},
		{"/arkiv/ingen/", Change{Paths: []string{"index.html"}}, event{}},
		{"/om/", Change{Paths: []string{"om/index.html"}}, event{}},
		{"/arkiv/%zz", Change{Paths: []string{"404.html"}}, event{Page: true}},
		{"/arkiv/om/", Change{Follow: "index.html"}, event{Follow: "/arkiv/"}},
		{"/arkiv/", Change{Follow: "børn/index.html"}, event{Follow: "/arkiv/b%C3%B8rn/"}},
		{"/arkiv/", Change{Follow: "404.html"}, event{Follow: "/arkiv/404.html"}},
		{"/arkiv/om/", Change{Follow: "om/index.html"}, event{}},
	} {
		if c.want.Files == nil {
			c.want.Files = []string{}
		}
		if got := s.eventFor(s.pageAt(c.page), news{changes: []Change{c.change}}); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s of %v: %+v, want %+v", c.page, c.change, got, c.want)
		}
	}
}

func TestSeveralChangesAreToldAsOne(t *testing.T) {
	s := archive()
	got := s.eventFor("index.html", news{changes: []Change{
		{Paths: []string{"index.html", "a.css"}, Follow: "om/index.html"}, {Paths: []string{"b.css"}, Follow: "tal/index.html"}, {},
	}})
	if want := (event{Page: true, Files: []string{"/arkiv/a.css", "/arkiv/b.css"}, Follow: "/arkiv/tal/"}); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestVersionsAreCaughtUpWith(t *testing.T) {
	c := newChanges()
	first := c.version()
	for i := range remembered {
		c.add(Change{Follow: fmt.Sprint(i)})
	}
	if n := c.since(first); n.unknown || len(n.changes) != remembered || n.changes[0].Follow != "0" || n.version != c.version() {
		t.Errorf("since the first: %d changes, unknown %v", len(n.changes), n.unknown)
	}
	if n := c.since(c.name(remembered - 1)); n.unknown || len(n.changes) != 1 || n.changes[0].Follow != fmt.Sprint(remembered-1) {
		t.Errorf("since the last but one: %+v", n)
	}
	if n := c.since(c.version()); n.unknown || len(n.changes) != 0 {
		t.Errorf("since the last: %+v", n)
	}
	c.add(Change{Follow: "newest"})
	if n := c.since(c.name(1)); n.unknown || len(n.changes) != remembered || n.changes[0].Follow != "1" || n.changes[remembered-1].Follow != "newest" {
		t.Errorf("since the second: %d changes, unknown %v", len(n.changes), n.unknown)
	}
	for _, version := range []string{first, "", newChanges().version(), c.name(remembered + 2), c.name(-1), c.run + "-x", "1"} {
		if n := c.since(version); !n.unknown || len(n.changes) != 0 {
			t.Errorf("since %q: %+v", version, n)
		}
	}
}
