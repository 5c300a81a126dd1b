package data

import "encoding/json"

// Facts are what a page says of itself to search engines, in the words of
// schema.org. None of them is of a person: there is no field for one.
type Facts struct {
	Authority PartyFacts     // whose site it is; zero of most pages
	Meeting   MeetingFacts   // that the page is about; zero of none
	Datasets  []DatasetFacts // that it shows
}

// PartyFacts are an authority or a committee.
type PartyFacts struct {
	Type          string `json:"@type"` // GovernmentOrganization or Organization
	Name          string `json:"name"`
	AlternateName string `json:"alternateName,omitempty"`
	Address       string `json:"address,omitempty"`
	Telephone     string `json:"telephone,omitempty"`
	Email         string `json:"email,omitempty"`
	URL           string `json:"url,omitempty"`
}

// MeetingFacts are a meeting. Its times have their offset where a time of day is known.
type MeetingFacts struct {
	Type       string        `json:"@type"` // Event
	Name       string        `json:"name"`
	StartDate  string        `json:"startDate"`
	EndDate    string        `json:"endDate,omitempty"`
	Status     string        `json:"eventStatus"`
	Location   string        `json:"location,omitempty"` // in the authority's words
	Organizer  PartyFacts    `json:"organizer"`
	URL        string        `json:"url"`
	RecordedIn DocumentFacts `json:"recordedIn,omitzero"`
}

// How a meeting stands.
const (
	EventScheduled = "https://schema.org/EventScheduled" // it is to be held, or was
	EventCancelled = "https://schema.org/EventCancelled"
)

// DocumentFacts are the minutes of a meeting.
type DocumentFacts struct {
	Type      string     `json:"@type"` // DigitalDocument
	URL       string     `json:"url"`
	Language  string     `json:"inLanguage"`
	Publisher PartyFacts `json:"publisher"`
}

// DatasetFacts are numbers that can be fetched.
type DatasetFacts struct {
	Type             string          `json:"@type"` // Dataset
	Name             string          `json:"name"`
	Description      string          `json:"description"`
	URL              string          `json:"url"`
	Language         string          `json:"inLanguage"`
	Free             bool            `json:"isAccessibleForFree"`
	License          string          `json:"license,omitempty"`          // address
	TemporalCoverage string          `json:"temporalCoverage,omitempty"` // interval of ISO 8601
	Published        string          `json:"datePublished,omitempty"`    // the first day that something was
	Modified         string          `json:"dateModified,omitempty"`     // the last day that something changed
	Publisher        PartyFacts      `json:"publisher"`
	Distribution     []DownloadFacts `json:"distribution"`
}

// DownloadFacts are a file of a dataset.
type DownloadFacts struct {
	Type           string `json:"@type"` // DataDownload
	EncodingFormat string `json:"encodingFormat"`
	ContentURL     string `json:"contentUrl"`
}

// Crumb is a page on the way from the home page to the one at hand.
type Crumb struct{ Name, Address string }

// The breadcrumbs as schema.org has them.
type (
	breadcrumbs struct {
		Type string     `json:"@type"`
		List []listItem `json:"itemListElement"`
	}
	listItem struct {
		Type     string `json:"@type"`
		Position int    `json:"position"`
		Name     string `json:"name"`
		Item     string `json:"item"`
	}
)

// FactsJSON writes facts and the way to the page as JSON-LD, which may stand in a page
// as it is: every <, > and & is escaped. It is nil where there is nothing to say.
func FactsJSON(way []Crumb, f Facts) []byte {
	var graph []any
	if len(way) > 0 {
		list := breadcrumbs{Type: "BreadcrumbList", List: make([]listItem, len(way))}
		for i, c := range way {
			list.List[i] = listItem{"ListItem", i + 1, c.Name, c.Address}
		}
		graph = append(graph, list)
	}
	if f.Authority != (PartyFacts{}) {
		graph = append(graph, f.Authority)
	}
	if f.Meeting != (MeetingFacts{}) {
		graph = append(graph, f.Meeting)
	}
	for _, d := range f.Datasets {
		graph = append(graph, d)
	}
	if graph == nil {
		return nil
	}
	text, err := json.Marshal(struct {
		Context string `json:"@context"`
		Graph   []any  `json:"@graph"`
	}{"https://schema.org", graph})
	if err != nil {
		panic(err) // no field can fail
	}
	return text
}
