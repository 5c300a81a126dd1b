package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"referat/generator/data"
	"referat/generator/hosting"
	"referat/generator/layouts"
	"referat/generator/ledger"
	"referat/generator/plain"
	"referat/generator/public"
	"referat/generator/site"
	"referat/generator/source"
)

// artist draws outputs: a view becomes bytes by its layout or encoder.
type artist struct {
	tree    *source.Tree
	layouts *layouts.Set
	texts   *texts
	gate    *gate
	index   *index
	rescues bool                                            // what was published is drawn again, whatever is wrong with it
	touched func(path string) bool                          // the output folder may not have what the last build left there
	read    func(f site.Finished, into *bytes.Buffer) error // a finished output, for compilations
}

func (b *builder) artist() artist {
	return artist{tree: b.tree, layouts: b.look.set, texts: &b.texts, gate: b.gate, index: b.newIndex(), rescues: b.rescues, touched: b.touched}
}

// piece is an output, or an asset of the layouts, on its way to the output folder.
type piece struct {
	ledger.Output
	change ledger.Change // why it is drawn; Fresh when it is not
	made   site.Output
	was    *ledger.Output  // what the last build left at the path; nil of nothing
	view   any             // of what is drawn
	files  []site.Finished // that a compilation is made of
	asset  []byte
	err    error
}

// pieces are all assets and outputs that are wanted, sorted by path, as the outputs are.
func (a artist) pieces(outputs []site.Output, last ledger.Shelf) []piece {
	assets := slices.SortedFunc(slices.Values(a.layouts.Assets()), func(a, b layouts.Asset) int { return cmp.Compare(a.Address, b.Address) })
	all := make([]piece, 0, len(assets)+len(outputs))
	before := func(path string) { // the assets that stand before it
		for ; len(assets) > 0 && (path == "" || assets[0].Address < path); assets = assets[1:] {
			asset := assets[0]
			all = append(all, piece{asset: asset.Bytes, Output: ledger.Output{Path: asset.Address, Class: public.Asset, Made: plain.DigestOf(string(asset.Bytes))}})
		}
	}
	for _, o := range outputs {
		before(o.Path)
		all = append(all, piece{made: o, Output: ledger.Output{Path: o.Path, Class: classOf(o)}})
	}
	before("")
	find := last.Walk()
	for i := range all {
		all[i].was = find(all[i].Path)
	}
	return all
}

// classOf is the place of an output in the order of writing.
func classOf(o site.Output) public.Class {
	switch {
	case o.Form == site.Copy:
		return public.Asset
	case o.Of != nil || o.Form == site.Sitemap || o.Form == site.Atom || o.Form == site.Calendar || o.Form == site.Index || o.Form == site.Manifest || o.Form == site.Robots || o.Form == site.SecurityText || o.Form == site.Rules || o.Form == site.HTML && o.From == "":
		return public.List
	}
	return public.Page
}

// layout stands for what draws an output, and for what it may show although it looks like personal data.
func (a artist) layout(o site.Output) plain.Digest {
	drawn := a.drawnBy(o)
	if allowed := a.gate.allowed(o.Path); allowed != (plain.Digest{}) {
		return plain.DigestOf([2]plain.Digest{drawn, allowed})
	}
	return drawn
}

func (a artist) drawnBy(o site.Output) plain.Digest {
	switch o.Form {
	case site.HTML, site.Atom, site.Calendar, site.Metadata, site.Catalogue:
		return a.layouts.Digest(o.Layout, o.Lang)
	case site.Rules:
		return plain.DigestOf(a.kept())
	case site.Manifest:
		return plain.DigestOf(a.layouts.Look())
	}
	var name plain.Digest // of an encoder, which is part of the program
	copy(name[:], o.Form)
	return name
}

// judge finds out whether a piece has to be drawn, and why. lost are files that
// are not as the last build left them.
func (a artist) judge(p *piece, last ledger.Shelf, lost map[string]bool) {
	if p.asset == nil {
		p.Made, p.Layout = p.made.KeyOf(p.files), a.layout(p.made)
	}
	was := p.was
	p.change = ledger.Change{Path: p.Path, Reason: last.Compare(was, ledger.Wanted{Path: p.Path, Made: p.Made, Layout: p.Layout})}
	if p.change.Reason != ledger.Fresh && p.asset == nil {
		p.view = p.made.ViewOf(p.files)
		p.Fields = ledger.FieldsOf(p.view)
		if p.change.Reason == ledger.OtherView {
			if p.Fields == was.Fields {
				p.change.Reason = ledger.Fresh // another way to the same view
			}
			p.change.Fields, _ = ledger.Differing(was.Fields, p.Fields, plain.Names(p.view))
		}
	}
	if was != nil && p.Fields == "" {
		p.Fields = was.Fields
	}
	if p.change.Reason == ledger.Fresh && lost[p.Path] {
		p.change.Reason = ledger.Lost
	}
	if p.change.Reason == ledger.Fresh {
		p.Bytes, p.Size, p.view = was.Bytes, was.Size, nil
	}
}

// neighbours is how many pieces a worker takes at once: a page and its data, which
// stand side by side, are drawn from the same texts.
const neighbours = 16

// spacious is how large a worker's buffer stays from one piece to the next. Nearly all pages
// are smaller; one of the files of all minutes would keep many megabytes to the end.
const spacious = 1 << 20

// all draws into the staging folder every piece that is not fresh, on as many
// workers as there are processors, and then the compilations of them, one after the
// other. The first error ends it.
func (a artist) all(ctx context.Context, pieces []piece, last ledger.Shelf, lost map[string]bool, staging *public.Staging, progress func(done, all int)) []source.Problem {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	groups := slices.Collect(slices.Chunk(pieces, neighbours))
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var page bytes.Buffer
			for i := int(next.Add(1)) - 1; i < len(groups); i = int(next.Add(1)) - 1 {
				for j := range groups[i] {
					if ctx.Err() != nil {
						return
					}
					p := &groups[i][j]
					if p.made.Of != nil {
						continue
					}
					p.err = a.guarded(p, last, lost, staging, &page)
					if page.Cap() > spacious {
						page = bytes.Buffer{}
					}
					if p.err != nil && !errors.As(p.err, new(leak)) { // all leaks are to be told
						stop()
					}
					progress(int(done.Add(1)), len(pieces))
				}
			}
		})
	}
	wg.Wait()
	if ctx.Err() == nil && !failed(pieces) {
		c := compiler{artist: a, pieces: pieces, last: last, lost: lost, staging: staging}
		c.all(ctx, func() { progress(int(done.Add(1)), len(pieces)) })
	}
	var all []source.Problem
	for i := range pieces {
		if found := (leak)(nil); errors.As(pieces[i].err, &found) {
			all = append(all, found...)
		} else if err := pieces[i].err; err != nil {
			all = append(all, asProblem(err, pieces[i].Path))
		}
	}
	if len(all) == 0 && ctx.Err() != nil {
		all = append(all, asProblem(context.Cause(ctx), ""))
	}
	return all
}

// guarded judges and draws a piece. A panic is a fault of the program, and names
// the file that the piece is drawn from.
func (a artist) guarded(p *piece, last ledger.Shelf, lost map[string]bool, staging *public.Staging, page *bytes.Buffer) (err error) {
	defer func() {
		switch fault := recover().(type) {
		case nil:
		case changedMeanwhile:
			err = fault
		default:
			from := p.made.From
			if from == "" {
				from = source.Path(p.Path)
			}
			err = faultIn{from, fmt.Sprint(fault)}
		}
	}()
	a.judge(p, last, lost)
	if p.change.Reason == ledger.Fresh {
		return nil
	}
	if p.asset != nil {
		return staging.PutBytes(p.Path, p.Class, p.asset)
	}
	if p.view == nil {
		p.view = p.made.ViewOf(p.files) // nothing is new but that its file is lost
	}
	if p.made.Form == site.Lines {
		// What it holds was judged when that was drawn.
		return staging.Put(p.Path, p.Class, func(w io.Writer) error { return a.lines(w, p.view.(site.LinesView)) })
	}
	if p.made.Form == site.Copy {
		if err := a.spare(p, a.passCopy(page, p.made, p.view.(site.FileView))); err != nil {
			return err
		}
		return staging.Put(p.Path, p.Class, func(w io.Writer) error { return a.copy(w, p.view.(site.FileView)) })
	}
	page.Reset()
	err = a.draw(page, p.made, p.view)
	p.view = nil // it is large
	if err != nil {
		return err
	}
	if err := a.spare(p, a.gate.pass(p.made, page.Bytes())); err != nil {
		return err
	}
	return staging.PutBytes(p.Path, p.Class, page.Bytes())
}

// draw writes the bytes of an output that is no copy.
func (a artist) draw(page *bytes.Buffer, o site.Output, view any) error {
	a.texts.expect(o.From)
	switch o.Form {
	case site.HTML:
		return a.layouts.Render(page, o.Layout, o.Lang, view)
	case site.JSON:
		return data.JSON(page, view, a.texts.plain)
	case site.CSV:
		return data.CSV(page, view, a.texts.plain)
	case site.Atom:
		feed, err := data.AtomXML(a.feed(o.Lang, view.(site.FeedView)), a.texts.plain)
		page.Write(feed)
		return err
	case site.Calendar:
		page.Write(data.ICalendar(a.calendar(o.Lang, view.(site.CalendarView))))
	case site.Sitemap:
		page.Write(data.SitemapXML(view.(data.Sitemap)))
	case site.Index:
		return a.index.draw(page, view)
	case site.Metadata:
		return data.MetadataJSON(page, a.metadata(o.Lang, view.(site.MetadataView)))
	case site.Catalogue:
		return data.CatalogueJSON(page, a.catalogue(o.Lang, view.(site.CatalogueView)))
	case site.Sums:
		page.Write(data.SumsTXT(view.(data.Sums)))
	case site.Robots:
		page.Write(data.RobotsTXT(view.(data.Site)))
	case site.Manifest:
		page.Write(data.ManifestJSON(view.(data.Manifest), a.layouts.Look()))
	case site.SecurityText:
		page.Write(data.SecurityTXT(view.(data.Security)))
	case site.Rules:
		v := view.(hosting.Site)
		v.Kept = a.kept()
		page.Write(hosting.Rules(o.Path, v))
	default:
		return fmt.Errorf("no way to draw %q", o.Form)
	}
	return nil
}

// kept are the files that a browser need never ask for again.
func (a artist) kept() []string {
	var paths []string
	for _, asset := range a.layouts.Assets() {
		paths = append(paths, asset.Address)
	}
	return paths
}

// copy streams a file, which may be large. That it is no longer the one of the view
// is found out in the end.
func (a artist) copy(w io.Writer, v site.FileView) error {
	f, err := a.tree.Open(v.Path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	h := sha256.New()
	if _, err := io.Copy(io.MultiWriter(w, h), f); err != nil {
		return err
	}
	if source.Digest(h.Sum(nil)) != v.Digest {
		return changedMeanwhile{v.Path}
	}
	return nil
}
