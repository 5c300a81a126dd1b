package content

import (
	"slices"

	"referat/generator/disclosure"
	"referat/generator/source"
)

// This file reads earlier versions of what counts persons out of the record: what was
// published may not be compared with what is to be published.

// recorded is an earlier version of a description and its numbers.
type recorded struct{ description, numbers string }

// recordedVersions are the versions of two files that belong together, the first first. The record
// keeps every version of them.
func recordedVersions(tree *source.Tree, description, numbers source.Path) ([]recorded, *source.Problem) {
	var list []recorded
	for version := 1; ; version++ {
		one, there, problem := recordedVersion(tree, description, numbers, version)
		if problem != nil {
			return nil, problem
		}
		if !there {
			break
		}
		list = append(list, one)
	}
	latest, there, problem := recordedVersion(tree, description, numbers, 0)
	if there {
		list = append(list, latest)
	}
	return list, problem
}

func recordedVersion(tree *source.Tree, description, numbers source.Path, version int) (r recorded, there bool, problem *source.Problem) {
	for _, part := range []struct {
		path source.Path
		text *string
	}{{description, &r.description}, {numbers, &r.numbers}} {
		f, ok := tree.File(source.RecordedText(part.path, version))
		if !ok {
			return r, false, nil
		}
		loaded, problem := tree.Load(f)
		if problem != nil {
			return r, false, problem
		}
		*part.text = loaded.Text
	}
	return r, true, nil
}

// Earlier are the versions of a table that were published before this one. One that cannot be read is
// a problem: nothing can be proven without it.
func (t *PersonTable) Earlier(tree *source.Tree) ([]disclosure.Version, []source.Problem) {
	texts, problem := recordedVersions(tree, t.Path, t.CSV)
	if problem != nil {
		return nil, []source.Problem{*problem}
	}
	var list []disclosure.Version
	for _, text := range texts {
		was, problems := describeTable(&source.File{Path: t.Path, Text: text.description})
		if was == nil || len(problems) > 0 {
			return nil, []source.Problem{source.At(source.Pos{Path: t.CSV}, source.TableUnreadable)}
		}
		r := cellReader{path: t.CSV, id: t.ID, rule: was.Disclosure, published: true}
		r.read(text.numbers)
		if len(r.problems) > 0 {
			return nil, []source.Problem{source.At(source.Pos{Path: t.CSV}, source.TableUnreadable)}
		}
		was.Counts = r.counts
		markThreshold(&was.Counts, was.Disclosure, t.Disclosure)
		v := was.Version()
		v.Published = true
		if !slices.ContainsFunc(list, func(known disclosure.Version) bool { return sameVersion(known, v) }) {
			list = append(list, v)
		}
	}
	return list, nil
}

// markThreshold notes in small cells below which threshold they are, where the rule now has another.
func markThreshold(t *disclosure.Table, was, now disclosure.Rule) {
	if was.Threshold == now.Threshold {
		return
	}
	for _, row := range t.Cells {
		for c := range row {
			if row[c].Mark == disclosure.Small {
				row[c].Value = was.Threshold
			}
		}
	}
}
