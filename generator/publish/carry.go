package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"time"

	"referat/generator/source"
)

// Empty tells that the folder already shows the site, and that its receipt says so.
func (p *Plan) Empty() bool {
	return !p.Completes && len(p.New)+len(p.Replaced)+len(p.Removed) == 0 && p.receipted(p.entries())
}

// receipted tells that the receipt says what it is to say of these files.
func (p *Plan) receipted(files []Entry) bool {
	return p.receipt != nil && p.receipt.Recorded == p.recorded && slices.Equal(p.receipt.Files, files)
}

// Last is when the folder was last published into; zero of never.
func (p *Plan) Last() time.Time {
	if p.receipt == nil {
		return time.Time{}
	}
	return p.receipt.Published
}

// entries are the files as the receipt is to name them.
func (p *Plan) entries() []Entry {
	files := p.staging.Files()
	list := make([]Entry, len(files))
	for i, f := range files {
		list[i] = entry(f.Path, f.Sum, f.Size)
	}
	return list
}

// Publish does what is planned and leaves the receipt, with the instant of the
// publication and the program's name and version. What it cannot do ends it, and the
// next publication completes it.
func (p *Plan) Publish(ctx context.Context, at time.Time, program string, progress func(done, all int)) *source.Problem {
	if p.Empty() {
		return nil
	}
	if err := p.publish(ctx, at, program, progress); err != nil {
		problem := p.host.problem("", err)
		return &problem
	}
	return nil
}

func (p *Plan) publish(ctx context.Context, at time.Time, program string, progress func(done, all int)) error {
	receipt := &Manifest{Program: program, Published: at.UTC().Truncate(time.Second), Previous: p.previous, Recorded: p.recorded, Files: p.entries()}
	intent := *receipt
	intent.Files = slices.Concat(p.pending, receipt.Files)
	slices.SortFunc(intent.Files, byPath)
	intent.Files = slices.Compact(intent.Files)
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := p.host.writeManifest(intentFile, &intent); err != nil {
		return err
	}
	p.plan.Progress = progress
	if _, err := p.plan.Switch(ctx); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if !p.receipted(receipt.Files) {
		if err := p.host.writeManifest(manifestFile, receipt); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := os.Remove(p.host.file(intentFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
