package serve

import (
	"encoding/json"
	"net/http"
	"time"

	"referat/generator/hosting"
)

// Status is what the bar tells on one page.
type Status struct {
	Draft     bool      `json:"draft"`     // the page's text is a draft
	Published bool      `json:"published"` // readers have the page, or get it when the site is next put on the web
	Build     Build     `json:"build"`
	Problems  []Problem `json:"problems"` // of a failed build all; else the warnings about this page
	Others    int       `json:"others"`   // warnings about other pages, when the build did not fail
	Doubts    []Doubt   `json:"doubts"`   // about the text of the page
}

// Doubt is something about a page's text that an import left for a person to settle.
type Doubt struct {
	Text   string `json:"text"`
	At     string `json:"at"`     // place in the imported document, in words; may be empty
	Anchor string `json:"anchor"` // id of the element that it is about; "" is the page
	Near   string `json:"near"`   // first words of the text below it that it is about; "" is all
	Nth    int    `json:"nth"`    // which of the places that have these words, from 1; 0 is the first
	Place  string `json:"place"`  // in the content file: "content/om.md:14"
}

// Build is how the last build went that changed something or failed. The files are those of readers: a saved
// draft changes none of them.
type Build struct {
	At      time.Time     `json:"at,omitzero"` // when it ended; zero when there was none
	Took    time.Duration `json:"took"`        // in nanoseconds as JSON
	Written int           `json:"written"`
	Kept    int           `json:"kept"`
	Removed int           `json:"removed"`
	Failed  bool          `json:"failed"` // the site is as the last good build left it
}

// Severity says whether a problem stops the build.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Problem is something that a person should settle, in the site's language.
type Problem struct {
	Severity Severity `json:"severity"`
	Place    string   `json:"place"` // "content/om.md:14:7", as much as is known
	Message  string   `json:"message"`
	Hint     string   `json:"hint"` // what to do about it; may be empty
	Code     string   `json:"code"`
	Excerpt  []Line   `json:"excerpt"` // the place with the lines around it; may be empty
}

// Line is a line of a file.
type Line struct {
	Number int    `json:"number"` // from 1
	Text   string `json:"text"`   // without its end
	Marked bool   `json:"marked"` // the problem is here
	Column int    `json:"column"` // the character of a marked line where it begins, from 1; 0 when not known
}

// status answers with the status of the page at an address.
func (s *Server) status(w http.ResponseWriter, r *http.Request) {
	page := s.pageAt(r.URL.Query().Get("path"))
	answer := struct {
		Status
		Missing bool `json:"missing"` // there is no such page
	}{s.site.Status(page), !s.has(page)}
	if answer.Problems == nil {
		answer.Problems = []Problem{}
	}
	if answer.Doubts == nil {
		answer.Doubts = []Doubt{}
	}
	w.Header().Set("Content-Type", hosting.TypeOf("status.json"))
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(answer) // a reader who has gone is nobody's problem
}
