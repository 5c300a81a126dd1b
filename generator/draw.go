package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"

	"referat/generator/data"
	"referat/generator/layouts"
	"referat/generator/public"
	"referat/generator/site"
	"referat/generator/source"
)

// artist draws outputs: a view becomes bytes by its layout or encoder.
type artist struct {
	tree    *source.Tree
	layouts *layouts.Set
	texts   *texts
}

// all draws the assets and every output into the staging folder, on as many
// workers as there are processors. The first error ends it.
func (a artist) all(ctx context.Context, outputs []site.Output, staging *public.Staging, progress func(done, all int)) []source.Problem {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	problems := make([][]source.Problem, len(outputs)+1)
	for _, asset := range a.layouts.Assets() {
		if err := staging.PutBytes(asset.Address, public.Asset, asset.Bytes); err != nil {
			problems[len(outputs)] = append(problems[len(outputs)], asProblem(err, asset.Name))
		}
	}
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var page bytes.Buffer
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(outputs) {
					return
				}
				if err := a.one(outputs[i], staging, &page); err != nil {
					problems[i] = append(problems[i], asProblem(err, outputs[i].Path))
					stop()
				}
				progress(int(done.Add(1)), len(outputs))
			}
		})
	}
	wg.Wait()
	var all []source.Problem
	for _, p := range problems {
		all = append(all, p...)
	}
	if len(all) == 0 && ctx.Err() != nil {
		all = append(all, asProblem(context.Cause(ctx), ""))
	}
	return all
}

// one draws an output. A panic is a fault of the program, and names the file
// that the output is drawn from.
func (a artist) one(o site.Output, staging *public.Staging, page *bytes.Buffer) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			from := o.From
			if from == "" {
				from = source.Path(o.Path)
			}
			err = faultIn{from, fmt.Sprint(fault)}
		}
	}()
	class := public.Page
	switch o.Form {
	case site.HTML:
		page.Reset()
		if err := a.layouts.Render(page, o.Layout, o.Lang, o.View); err != nil {
			return err
		}
		if o.From == "" {
			class = public.List
		}
		return staging.PutBytes(o.Path, class, page.Bytes())
	case site.Copy:
		return staging.Put(o.Path, public.Asset, func(w io.Writer) error { return a.copy(w, o.View.(site.FileView).Path) })
	case site.JSON:
		b, err := data.JSON(o.View, a.texts.plain)
		if err != nil {
			return err
		}
		return staging.PutBytes(o.Path, class, b)
	case site.CSV:
		return staging.PutBytes(o.Path, class, data.CSV(o.View.(data.Series)))
	case site.Sitemap:
		return staging.PutBytes(o.Path, public.List, data.SitemapXML(o.View.(data.Site)))
	case site.Robots:
		return staging.PutBytes(o.Path, public.List, data.RobotsTXT(o.View.(data.Site)))
	}
	return fmt.Errorf("no way to draw %q", o.Form)
}

// copy streams a file, which may be large.
func (a artist) copy(w io.Writer, p source.Path) error {
	f, err := a.tree.Open(p)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	_, err = io.Copy(w, f)
	return err
}
