package layouts

import (
	"slices"
	"strings"

	"referat/generator/site"
	"referat/generator/source"
)

// Feeds and calendars are drawn by no template. Their words are labels all the same, which
// package site names and these here answer for.
func feedLabels() []need {
	return slices.Concat(dataLabels(), spoken(), []need{
		{"feed_corrections", 1}, {"feed_corrected", 3}, {"feed_clarified", 3}, {"feed_revised", 3}, {"feed_withdrawn", 3}, {"feed_withdrawn_meeting", 3}, {"feed_sequence", 1},
		{"feed_title", 2}, {"feed_minutes", 2}, {"feed_in_minutes", 2}, {"feed_decision", 1}, {"feed_decision_all", 2}, {"feed_mention", 1}, {"feed_concerned", 1}, {"concerned", 0}, {"feed_step", 2},
		{"feed_count", 4}, {"feed_count_provisional", 4}, {"feed_count_other", 4}, {"feed_count_masked", 4}, {"feed_count_hidden", 2},
		{"calendar_title", 1}, {"calendar_cancelled", 1}, {"calendar_minutes", 1}, {"calendar_draft", 1}, {"calendar_agenda", 1},
		{"draft_title", 0}, {"withdrawn", 0}, {"withdrawn_meeting", 0},
		{"withdrawn_personal", 0}, {"withdrawn_mistake", 0}, {"withdrawn_copyright", 0}, {"withdrawn_unstated", 0}})
}

// spoken are the labels that a Wording needs for its days and numbers.
func spoken() []need { return []need{{"date", 0}, needMonths, needThousands} }

// feedWords are the words of feeds in one language.
type feedWords struct {
	*words
	digest [32]byte
}

// readFeedWords gives each language its words for feeds, and reports those that
// it lacks.
func (l *loader) readFeedWords() map[string]feedWords {
	found := map[string]feedWords{}
	for _, lang := range l.options.Languages {
		from := l.languages[lang]
		if from == nil {
			continue // that has been reported
		}
		used := uses{labels: map[string]bool{}}
		for _, n := range feedLabels() {
			used.labels[n.key] = true
			if !from.has(n.key) {
				l.report(source.Pos{Path: from.path}, source.LabelMissing, n.key, string(from.path), source.Nearest(n.key, from.keys()))
			}
		}
		found[lang] = feedWords{newWords(from, nil), digest(&checker{uses: used}, from, nil)}
	}
	return found
}

// Say gives words of a feed in a language that the set was loaded with.
func (s *Set) Say(lang string, all ...site.Wording) string { return s.feeds[lang].say(all...) }

func (w *words) say(all ...site.Wording) string {
	var said []string
	for _, one := range all {
		words := strings.Join(one.Words, " ")
		if one.Label != "" {
			var fill []string
			for _, d := range one.Days {
				fill = append(fill, w.dateWords(d))
			}
			for _, n := range one.Numbers {
				fill = append(fill, w.numeral(n))
			}
			words = w.labels.phrases[one.Label].fill(append(fill, one.Words...)...)
		}
		if words != "" {
			said = append(said, words)
		}
	}
	return strings.Join(said, " ")
}
