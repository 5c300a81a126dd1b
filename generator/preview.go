package main

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"os"
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
// in memory, what only they may see: drafts and all that will be public later.
// Nothing of that is ever written.
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
	problems []source.Problem // its own, and those of what only staff see
	at       time.Time
	tree     *source.Tree // what the problems are about

	missed chan struct{} // somebody asked for a file that should be there
}

// shown is an output that differs from the published one.
type shown struct {
	site.Output
	made plain.Digest // of all that it is drawn from
}

func newPreview(out string) *preview {
	return &preview{missed: make(chan struct{}, 1), public: func(path string) (serve.File, bool) {
		root, err := os.OpenRoot(out) // each time: somebody may delete the folder, and a build make it again
		if err != nil {
			return serve.File{}, false
		}
		defer func() { _ = root.Close() }()
		return serve.Folder(root)(path)
	}}
}

// renew takes over what a build has made, and gives the outputs whose bytes
// differ from those shown before.
func (p *preview) renew(b *builder, r report) []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.report, p.problems, p.at, p.tree, p.failed = r, r.problems, time.Now(), b.tree, !r.done()
	if p.failed || b.outputs == nil {
		return nil // the last good site stays
	}
	before := p.overlay
	p.shelf = b.shelf
	b.texts.preview.Store(b.docs)
	p.draw = artist{tree: b.tree, layouts: b.look.set, texts: &b.texts}
	p.outputs, p.overlay = b.outputs, map[string]shown{}
	if b.hides && !b.drafts {
		s := site.New(b.tree, b.docs, site.Options{Now: b.now, Drafts: true, Memory: &p.memory})
		p.outputs = s.Outputs()
		p.problems = source.Sort(slices.Concat(r.problems, s.Problems()))
		p.lay()
	}
	var changed []string
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

// lay finds out what differs from the published site.
func (p *preview) lay() {
	for _, o := range p.outputs {
		key, layout := o.Key(), p.draw.layout(o)
		if p.shelf.Reason(ledger.Wanted{Path: o.Path, Made: key, Layout: layout}) != ledger.Fresh {
			p.overlay[o.Path] = shown{o, plain.DigestOf([2]plain.Digest{key, layout})}
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
	if o.Form == site.Copy {
		var b bytes.Buffer
		if err := p.draw.copy(&b, o.View().(site.FileView)); err != nil {
			return serve.File{}, false
		}
		return serve.File{Content: bytes.NewReader(b.Bytes()), Modified: p.at, Tag: o.made.String()}, true
	}
	var b bytes.Buffer
	if err := p.paint(&b, o.Output); err != nil {
		return serve.File{}, false
	}
	return serve.File{Content: bytes.NewReader(b.Bytes()), Modified: p.at, Tag: o.made.String()}, true
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
			message, _ := source.At(source.Pos{Path: o.From}, source.ProgramFault, fmt.Sprint(fault)).Text(p.report.lang)
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
