package serve

import (
	"encoding/json"
	"net/url"
	"testing"
	"time"
)

func TestTheStatusOfAPageIsJSON(t *testing.T) {
	var asked []string
	h := archive()
	h.site.Status = func(path string) Status {
		asked = append(asked, path)
		return Status{Draft: true, Others: 2,
			Build:    Build{At: time.Date(2026, 11, 7, 12, 0, 0, 0, time.UTC), Took: 40 * time.Millisecond, Written: 3, Kept: 9, Removed: 1, Failed: true},
			Problems: []Problem{{Error, "content/om.md:3:1", "m", "h", "c", []Line{{3, "<b>", true, 1}}}},
			Doubts:   []Doubt{{"Hvem?", "side 3", "punkt-1", "Til stede", 2, "content/om.md:9"}}}
	}
	got := ask(h, "GET", "/arkiv/-/status?path=%2Farkiv%2Fb%25C3%25B8rn%2F")
	want := `{"draft":true,"published":false,"build":{"at":"2026-11-07T12:00:00Z","took":40000000,"written":3,"kept":9,"removed":1,"failed":true},` +
		`"problems":[{"severity":"error","place":"content/om.md:3:1","message":"m","hint":"h","code":"c","excerpt":[{"number":3,"text":"\u003cb\u003e","marked":true,"column":1}]}],` +
		`"others":2,"doubts":[{"text":"Hvem?","at":"side 3","anchor":"punkt-1","near":"Til stede","nth":2,"place":"content/om.md:9"}],"missing":false}` + "\n"
	if text := body(t, got); text != want || got.Header.Get("Content-Type") != "application/json" || got.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%s\n%s", text, want)
	}
	if len(asked) != 1 || asked[0] != "børn/index.html" {
		t.Errorf("asked for %q", asked)
	}
}

func TestAWrongAddressIsSaidToBeMissing(t *testing.T) {
	h := archive()
	for address, want := range map[string]bool{"/arkiv/": false, "/arkiv/om/": false, "/arkiv/ingen/": true, "/andet/": true, "/arkiv/%zz": true, "": true} {
		var got struct {
			Missing  bool
			Problems []Problem
			Doubts   []Doubt
		}
		if err := json.NewDecoder(ask(h, "GET", "/arkiv/-/status?path="+url.QueryEscape(address)).Body).Decode(&got); err != nil {
			t.Fatal(err)
		}
		if got.Missing != want || got.Problems == nil || got.Doubts == nil {
			t.Errorf("%q: %+v", address, got)
		}
	}
}
