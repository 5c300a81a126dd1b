package site

import "cmp"

// languagesOf are the addresses of minutes in each language that they are in, the original
// first, as search engines are told them on the page of each. There are none of minutes in
// one language, nor of drafts, which search engines are not to know.
func (s *Site) languagesOf(m *meeting) []Link {
	original := cmp.Or(m.TranslationOf.Path, m.Path)
	first := s.targets[original].meeting
	if first == nil || s.targets[original].withdrawn || len(s.translations[original]) == 0 || m.draft {
		return nil
	}
	var all []Link
	for _, one := range append([]*meeting{first}, s.translations[original]...) {
		if !one.draft {
			all = append(all, Link{Text: s.langOf(one.Minutes), Href: s.absolute(one.address)})
		}
	}
	if len(all) < 2 {
		return nil
	}
	return all
}
