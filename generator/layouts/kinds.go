package layouts

import (
	"reflect"

	"referat/generator/site"
)

// kind is a kind of page: the file <name>.html draws a view of this type.
type kind struct {
	name string
	view reflect.Type
}

// kinds is the one table of all kinds of page.
var kinds = []kind{
	{"home", reflect.TypeFor[site.HomeView]()},
	{"meetings", reflect.TypeFor[site.MeetingsView]()},
	{"decisions", reflect.TypeFor[site.DecisionsView]()},
	{"committees", reflect.TypeFor[site.CommitteesView]()},
	{"committee", reflect.TypeFor[site.CommitteeView]()},
	{"minutes", reflect.TypeFor[site.MinutesView]()},
	{"withdrawn", reflect.TypeFor[site.WithdrawnView]()},
	{"subjects", reflect.TypeFor[site.SubjectsView]()},
	{"subject", reflect.TypeFor[site.SubjectView]()},
	{"subjectperiod", reflect.TypeFor[site.SubjectPeriodView]()},
	{"counts", reflect.TypeFor[site.CountsView]()},
	{"redirect", reflect.TypeFor[site.RedirectView]()},
	{"differences", reflect.TypeFor[site.DifferencesView]()},
	{"corrections", reflect.TypeFor[site.CorrectionsView]()},
	{"news", reflect.TypeFor[site.NewsView]()},
	{"follow", reflect.TypeFor[site.FollowView]()},
	{"tables", reflect.TypeFor[site.TablesView]()},
	{"table", reflect.TypeFor[site.TableView]()},
	{"opendata", reflect.TypeFor[site.OpenDataView]()},
	{"page", reflect.TypeFor[site.PageView]()},
	{"notfound", reflect.TypeFor[site.PageView]()},
	{"accessibility", reflect.TypeFor[site.AccessibilityView]()},
	{"search", reflect.TypeFor[site.SearchView]()},
}

// Kinds gives every kind of page and the type of its view. A caller may keep
// and change the map.
func Kinds() map[string]reflect.Type {
	views := make(map[string]reflect.Type, len(kinds))
	for _, k := range kinds {
		views[k.name] = k.view
	}
	return views
}

func (k kind) file() string { return k.name + ".html" }

// isKindFile tells the file of a kind of page from a file that several share.
func isKindFile(name string) bool {
	for _, k := range kinds {
		if k.file() == name {
			return true
		}
	}
	return false
}
