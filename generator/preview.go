package main

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"referat/generator/ledger"
	"referat/generator/plain"
	"referat/generator/serve"
	"referat/generator/site"
	"referat/generator/source"
)

// preview is the site as staff see it: what is in the output folder, and over it,
// in memory, what only they may see, drafts and all that will be public later,
// which is never written; and what the build under way has not written yet.
type preview struct {
	public func(path string) (serve.File, bool)

	mu      sync.RWMutex
	memory  site.Memory
	outputs []site.Output // of the site with all that is hidden, by path
	overlay map[string]shown
	draw    artist
	shelf   ledger.Shelf

	report   report // of the last build
	failed   bool
	foreseen []string         // the outputs that the build under way has told it changes; nil before
	problems []source.Problem // its own, and those of what only staff see
	hidden   []source.Problem // those of what only staff see
	told     serve.Build      // the last build of something new, or that failed
	tree     *source.Tree     // what the problems are about

	missed chan struct{} // somebody asked for a file that should be there
}

// shown is an output that differs from the published one.
type shown struct {
	site.Output
	made  plain.Digest // of all that it is drawn from
	asset []byte       // of an asset of the layouts
}

func newPreview(out string) *preview {
	return &preview{missed: make(chan struct{}, 1), public: func(path string) (serve.File, bool) {
		// Each time: somebody may delete the folder, and a build make it again. What a link that
		// stands there by now leads to is not the site.
		above, err := os.OpenRoot(filepath.Dir(out))
		if err != nil {
			return serve.File{}, false
		}
		defer func() { _ = above.Close() }()
		root, err := above.OpenRoot(filepath.Base(out))
		if err != nil {
			return serve.File{}, false
		}
		defer func() { _ = root.Close() }()
		return serve.Folder(root)(path)
	}}
}

// foresee shows what a build is about to make, before that is written, and gives
// the outputs whose bytes differ from those shown before.
func (p *preview) foresee(b *builder) []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	changed := p.take(b)
	p.foreseen = append([]string{}, changed...)
	return changed
}

// renew takes over what a build has made, and gives the outputs whose bytes
// differ from those shown before.
func (p *preview) renew(b *builder, r report) []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	foreseen, failed, tree := p.foreseen, p.failed, p.tree
	p.report, p.tree, p.failed, p.foreseen = r, b.tree, !r.done(), nil
	p.problems = pressing(r.problems)
	var changed []string
	switch {
	case p.failed || b.outputs == nil: // the last good site stays
	case foreseen != nil: // it stands in the output folder now
		p.shelf = b.shelf
		p.lay()
		p.problems = source.Sort(slices.Concat(p.problems, p.hidden))
	default:
		changed = p.take(b)
		p.problems = source.Sort(slices.Concat(p.problems, p.hidden))
	}
	if failed || p.failed || len(foreseen)+len(changed)+r.files.Written+r.files.Removed > 0 || p.told.At.IsZero() || !b.tree.Alike(tree) { // others have only looked
		p.told = serve.Build{At: time.Now(), Took: r.took, Written: r.files.Written, Kept: r.files.Kept, Removed: r.files.Removed, Failed: p.failed}
	}
	return changed
}

// take makes the preview of what a builder knows.
func (p *preview) take(b *builder) (changed []string) {
	before := p.overlay
	p.shelf = b.shelf
	b.texts.preview.Store(b.docs)
	p.draw = b.artist()
	p.outputs, p.hidden = b.outputs, nil
	if b.hides && !b.drafts {
		s := site.New(b.tree, b.docs, site.Options{Now: b.now, Drafts: true, Memory: &p.memory})
		p.outputs, p.hidden = s.Outputs(), pressing(s.Problems())
	}
	p.lay()
	for path, was := range before {
		if is, still := p.overlay[path]; !still || is.made != was.made {
			changed = append(changed, path)
		}
	}
	for path := range p.overlay {
		if _, was := before[path]; !was {
			changed = append(changed, path)
		}
	}
	return changed
}

// lay finds out what differs from the output folder as the last build left it. Compilations
// are shown as they are there: what they are made of is told when it is written.
func (p *preview) lay() {
	p.overlay = map[string]shown{}
	find := p.shelf.Walk()
	for _, o := range p.outputs {
		if o.Of != nil || o.Form == site.Index {
			continue // readers' search and the data are what is published, in the preview too
		}
		key, layout := o.Key(), p.draw.layout(o)
		if p.shelf.Compare(find(o.Path), ledger.Wanted{Path: o.Path, Made: key, Layout: layout}) != ledger.Fresh {
			p.overlay[o.Path] = shown{Output: o, made: plain.DigestOf([2]plain.Digest{key, layout})}
		}
	}
	for _, asset := range p.draw.layouts.Assets() {
		made := plain.DigestOf(string(asset.Bytes))
		if p.shelf.Reason(ledger.Wanted{Path: asset.Address, Made: made}) != ledger.Fresh {
			p.overlay[asset.Address] = shown{made: made, asset: asset.Bytes}
		}
	}
}

// file gives a file of the site.
func (p *preview) file(path string) (serve.File, bool) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	o, over := p.overlay[path]
	if !over {
		f, ok := p.public(path)
		if !ok && p.shelf.Find(path) != nil {
			select {
			case p.missed <- struct{}{}:
			default: // known already
			}
		}
		return f, ok
	}
	if o.asset != nil {
		return serve.File{Content: bytes.NewReader(o.asset), Modified: p.told.At, Tag: o.made.String()}, true
	}
	if o.Form == site.Copy {
		var b bytes.Buffer
		if err := p.draw.copy(&b, o.View().(site.FileView)); err != nil {
			return serve.File{}, false
		}
		return serve.File{Content: bytes.NewReader(b.Bytes()), Modified: p.told.At, Tag: o.made.String()}, true
	}
	var b bytes.Buffer
	if err := p.paint(&b, o.Output); err != nil {
		return serve.File{}, false
	}
	return serve.File{Content: bytes.NewReader(b.Bytes()), Modified: p.told.At, Tag: o.made.String()}, true
}

// paint draws an output of the overlay. That a file is no longer what it was is
// found out while drawing; the next build knows it. Any other fault is shown.
func (p *preview) paint(b *bytes.Buffer, o site.Output) (err error) {
	defer func() {
		switch fault := recover().(type) {
		case nil:
		case changedMeanwhile:
			err = fault
		default:
			message, _ := textOf(source.At(source.Pos{Path: o.From}, source.ProgramFault, fmt.Sprint(fault)), p.report.lang)
			b.Reset()
			_, _ = fmt.Fprintf(b, "<!doctype html><title>!</title><p>%s: %s</body>", html.EscapeString(string(o.From)), html.EscapeString(message))
		}
	}()
	return p.draw.draw(b, o, o.View())
}

// output finds the output at a path, in the overlay or else as published.
func (p *preview) output(path string) (o site.Output, published bool) {
	i, found := slices.BinarySearchFunc(p.outputs, path, func(o site.Output, path string) int { return cmp.Compare(o.Path, path) })
	if found {
		o = p.outputs[i]
	}
	return o, p.shelf.Find(path) != nil
}
