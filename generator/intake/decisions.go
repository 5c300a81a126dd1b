package intake

import (
	"strings"

	"referat/generator/content"
	"referat/generator/danish"
	"referat/generator/intake/manuscript"
	"referat/generator/intake/pattern"
	"referat/generator/source"
)

// decided are the words by which minutes say that something was decided.
var decided = pattern.Of(`(?i)\b(?:besluttet|besluttede|beslutter|vedtog|vedtaget|vedtoges|godkendt|godkendte|godkender|tiltrådte|tiltrådt|tiltræder|til efterretning|enedes om|besluttes|vedtages|blev enige om|var enige om at|afviste|afvist|udsatte|udsat|anbefalede|anbefaler|imødekom|imødekommet|bevilgede|bevilget|konstituerede|valgte|valgt som|indstillingen (?:blev )?følges|indstillingen fulgt)\b`)

// proposeDecisions doubts of each sentence of an outcome that looks like a decision. Nothing is marked:
// a pattern has put an old decision under a new date before.
func (a *analysis) proposeDecisions() {
	for i := range a.draft.Items {
		item := &a.draft.Items[i]
		for s := range item.Sections {
			outcome := a.isOutcome(item, s)
			for b := range item.Sections[s].Blocks {
				block := &item.Sections[s].Blocks[b]
				marked := a.isMarked(block.At)
				for _, sentence := range sentencesOf(spaced(block.Words())) {
					if marked || outcome && decided().MatchString(sentence) {
						a.doubt(doubtAt{block.At, Target{Part: InSection, Index: i, Section: s, Near: sentence}}, source.DoubtDecision, sentence)
					}
				}
			}
		}
	}
}

// isMarked tells of a place between the lines by which an author marks a decision on a site like this one.
func (a *analysis) isMarked(at manuscript.Place) bool {
	inside := false
	for i := range a.doc.Aside {
		line := &a.doc.Aside[i]
		if line.Why == manuscript.Markup && strings.HasPrefix(line.Words, ":::") && line.At.Compare(at) < 0 {
			inside = hasWords(line.Words)
		}
	}
	return inside
}

// isOutcome tells that a section tells what happened: by its role, or because an item has no sections.
func (a *analysis) isOutcome(item *Item, s int) bool {
	if name := item.Sections[s].Name; name != "" {
		return a.roleOf(name) == content.Outcome
	}
	for i := range item.Sections {
		if a.roleOf(item.Sections[i].Name) == content.Outcome {
			return false
		}
	}
	return true
}

// sentencesOf parts a text.
func sentencesOf(text string) []string {
	var list []string
	for at := 0; at < len(text); {
		from, to := danish.Sentence(text, at)
		if sentence := strings.TrimSpace(text[from:to]); sentence != "" {
			list = append(list, sentence)
		}
		at = max(to, at) + 1
	}
	return list
}
