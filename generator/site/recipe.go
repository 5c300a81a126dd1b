package site

import (
	"runtime"
	"sync"
	"sync/atomic"

	"referat/generator/danish"
	"referat/generator/plain"
	"referat/generator/source"
)

// Output is one file of public/: where it goes, what it is drawn from and what
// draws it. It is a pure function of these.
type Output struct {
	Path   string // slash path below public/
	Form   Form
	Layout string      // kind of page, for HTML
	Lang   string      // language of its labels, for HTML
	Made   any         // a view, or a Recipe for one
	From   source.Path // the file it is chiefly drawn from; "" of a list
	Draft  bool        // shown although its text is a draft

	Changed danish.Date // when what it says last changed, as far as that is known; zero: it is not
	Earlier bool        // an earlier version, or what was changed in it since

	Of []string // paths of the outputs that a compilation is made of, in its own order; nil of all else
}

// Recipe is what a view is made from, where making the view takes longer than
// telling that it would be the same. It is plain data and leaves (package plain),
// and its methods have nothing else, so that its digest stands for its view.
type Recipe interface{ View() any }

// View is the value that the layout or encoder draws.
func (o Output) View() any { return o.ViewOf(nil) }

// ViewOf is the view of an output that may be a compilation, of these finished outputs.
func (o Output) ViewOf(files []Finished) any {
	made := o.Made
	if w, ok := made.(*weighed); ok {
		made = w.made
	}
	switch r := made.(type) {
	case Compilation:
		return r.ViewOf(files)
	case Recipe:
		return r.View()
	}
	return made
}

// Key is the digest of what the output is made from: outputs with one path, form,
// layout, language and key are alike.
func (o Output) Key() plain.Digest {
	if leaf, ok := o.Made.(plain.Leaf); ok {
		return leaf.Digest()
	}
	return plain.DigestOf(o.Made)
}

// KeyOf is the key of an output that may be a compilation, of these finished outputs.
func (o Output) KeyOf(files []Finished) plain.Digest {
	if o.Of == nil {
		return o.Key()
	}
	return plain.DigestOf(struct {
		Made  plain.Digest
		Files []Finished
	}{o.Key(), files})
}

// weighed is what an output is made from together with its digest, which is told
// several times, also for later sites that take the output over. It is a leaf.
type weighed struct {
	made   any
	digest plain.Digest
}

func (w *weighed) Digest() plain.Digest { return w.digest }

// weigh takes the digests of outputs, on as many workers as there are processors.
func weigh(outputs []Output) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(outputs); i = int(next.Add(1)) - 1 {
				outputs[i].weigh()
			}
		})
	}
	wg.Wait()
}

// weigh leaves what has no digest as it is: that is told when it is drawn.
func (o *Output) weigh() {
	defer func() { _ = recover() }()
	if _, leaf := o.Made.(plain.Leaf); !leaf && o.Made != nil {
		o.Made = &weighed{o.Made, o.Key()}
	}
}

// Form says what draws an output.
type Form string

const (
	HTML         Form = "html"      // a layout
	JSON         Form = "json"      // package data
	CSV          Form = "csv"       // package data
	Sitemap      Form = "sitemap"   // package data
	Robots       Form = "robots"    // package data
	SecurityText Form = "security"  // package data
	Rules        Form = "rules"     // package hosting
	Copy         Form = "copy"      // the bytes of a file of the user's
	Atom         Form = "atom"      // package data, with words of the layouts
	Calendar     Form = "calendar"  // package data, with words of the layouts
	Index        Form = "index"     // package search
	Manifest     Form = "manifest"  // package data, with the icon and the colours of the layouts
	Lines        Form = "lines"     // the bytes of other outputs, each on a line
	Sums         Form = "sums"      // package data
	Metadata     Form = "metadata"  // package data, with words of the layouts
	Catalogue    Form = "catalogue" // package data, with words of the layouts
)

// FileView is a file that is published as it is.
type FileView struct {
	Path   source.Path
	Size   int64
	Digest source.Digest
}
