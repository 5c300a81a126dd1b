package layouts

import (
	"maps"
	"slices"

	"referat/generator/source"
)

// Sources is what the pages of a kind are drawn with in a language.
type Sources struct {
	Templates []source.Path // files that templates come from: the kind's own, then the others in order
	Words     source.Path   // the file of labels
	Labels    []string      // keys of the labels that may be shown, in order
	Assets    []string      // names of the assets that may be loaded, "style.css", in order
}

// Sources names what Digest covers. It is empty of a kind that has problems.
func (s *Set) Sources(kind, lang string) Sources {
	l := s.layouts[page{kind, lang}]
	if l == nil {
		return Sources{}
	}
	files := map[source.Path]bool{}
	for name := range l.checked.uses.templates {
		files[l.checked.templates[name].file.path] = true
	}
	own := l.checked.templates[body].file.path
	delete(files, own)
	return Sources{
		Templates: append([]source.Path{own}, slices.Sorted(maps.Keys(files))...),
		Words:     l.labels.path,
		Labels:    slices.Sorted(maps.Keys(l.checked.uses.labels)),
		Assets:    slices.Sorted(maps.Keys(l.checked.uses.assets)),
	}
}
