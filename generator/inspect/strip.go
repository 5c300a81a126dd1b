package inspect

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"referat/generator/inspect/found"
	"referat/generator/inspect/image"
	"referat/generator/inspect/office"
	"referat/generator/pack"
)

// Refusal is why a file is not cleaned.
type Refusal struct {
	Why    Why
	Traces []Trace // that are why
	Unread Unread  // that is why; of nothing where it is known no closer
}

// Why is a kind of refusal.
type Why string

const (
	Format   Why = "format"   // a file of its kind cannot be cleaned here
	Decision Why = "decision" // it holds what an author wrote and readers are not shown: a person says what becomes of it
	Broken   Why = "broken"   // it is damaged, or too large
	Left     Why = "left"     // cleaning it did not remove all
)

func (r *Refusal) Error() string {
	kinds := make([]string, len(r.Traces))
	for i, t := range r.Traces {
		kinds[i] = fmt.Sprintf("%s in %q", t.Kind, t.Path)
	}
	return strings.TrimSpace("not cleaned: " + string(r.Why) + " " + strings.Join(kinds, ", "))
}

// decisions are the traces of which only a person can say what is to become.
var decisions = []found.TraceKind{
	found.TrackedChanges, found.HiddenText, found.HiddenSheet, found.HiddenRows, found.HiddenColumns, found.HiddenSlide, found.HiddenObject,
	found.SpeakerNotes, found.Covered, found.Signature,
}

// removable are the traces that Strip removes.
var removable = []found.TraceKind{
	found.Author, found.LastModifiedBy, found.Company, found.Manager, found.Properties, found.CustomProperties, found.People, found.Comments,
	found.PrinterSettings, found.Thumbnail, found.Template, found.Folder, found.Position, found.Camera, found.Captured, found.ImageText,
	found.EarlierVersion,
}

// Strip is a copy of a file without what tells of people and of editing, as far as programs have put it there, and what was
// removed. Titles stay: readers need them, and whether one names a person the caller judges. A file with what an author wrote and
// readers are not shown is refused. The copy has been inspected again: it has none of the traces that are removed. The error is a *Refusal.
func Strip(name string, data []byte) (cleaned []byte, removed []Trace, err error) {
	before := File(name, data, found.Usual(), nil)
	if open := of(before.Traces, decisions); len(open) > 0 {
		return nil, nil, &Refusal{Why: Decision, Traces: open}
	}
	if len(of(before.Traces, removable)) == 0 {
		return bytes.Clone(data), nil, nil
	}
	if i := slices.IndexFunc(before.Unread, beyondLimits); i >= 0 {
		return nil, nil, &Refusal{Why: Broken, Unread: before.Unread[i]}
	}
	cleaner := cleanerOf(data)
	if cleaner == nil {
		return nil, nil, &Refusal{Why: Format}
	}
	if cleaned, err = cleaner(data); err != nil {
		return nil, nil, &Refusal{Why: Broken}
	}
	after := File(name, cleaned, found.Usual(), nil)
	if left := of(after.Traces, removable); len(left) > 0 {
		return nil, nil, &Refusal{Why: Left, Traces: left}
	}
	for _, t := range before.Traces {
		if !slices.Contains(after.Traces, t) {
			removed = append(removed, t)
		}
	}
	return cleaned, removed, nil
}

// beyondLimits tells of a part that was not read because it lies too deep, or there is too much of it. What was not read to its end is not
// cleaned to its end either.
func beyondLimits(u Unread) bool {
	return u.Why == found.TooDeep || u.Why == found.TooLarge || u.Why == found.TooMany
}

// of are the traces of some kinds.
func of(traces []Trace, kinds []found.TraceKind) (some []Trace) {
	for _, t := range traces {
		if slices.Contains(kinds, t.Kind) {
			some = append(some, t)
		}
	}
	return some
}

// cleanerOf is what cleans files of the format that bytes are of; nil where nothing does.
func cleanerOf(data []byte) func(data []byte) ([]byte, error) {
	switch {
	case isOffice(data):
		return func(data []byte) ([]byte, error) { return cleanPacked(data, office.Clean) }
	case isOpen(data):
		return func(data []byte) ([]byte, error) { return cleanPacked(data, office.CleanOpen) }
	case isJPEG(data):
		return image.CleanJPEG
	case isPNG(data):
		return image.CleanPNG
	case isGIF(data):
		return image.CleanGIF
	case isWebP(data):
		return image.CleanWebP
	}
	return nil
}

// cleanPacked cleans a pack of parts, and the files in it.
func cleanPacked(data []byte, clean func(*pack.Pack, office.Inner) ([]byte, error)) ([]byte, error) {
	usual := found.Usual()
	limits := pack.Limits{Part: usual.Part, Ratio: found.MaxRatio, Loose: found.Loose}
	p, err := pack.Open(bytes.NewReader(data), int64(len(data)), limits, &pack.Budget{Bytes: usual.Unpacked, Parts: usual.Parts})
	if err != nil {
		return nil, err
	}
	return clean(p, cleanInner)
}

// cleanInner cleans a file within another. One that cannot be cleaned stays as it is, and is found again.
func cleanInner(data []byte) []byte {
	if cleaner := cleanerOf(data); cleaner != nil {
		if cleaned, err := cleaner(data); err == nil {
			return cleaned
		}
	}
	return data
}
