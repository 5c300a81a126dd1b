package publish

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"referat/generator/public"
	"referat/generator/source"
)

// Plan is what a publication is going to do. It is good for one Publish, under the
// lock that it was made under.
type Plan struct {
	public.Changes
	Mended    []string // files of ours that somebody changed or deleted by hand
	Completes bool     // a publication before this one was interrupted

	host     Host
	staging  *public.Staging
	plan     *public.Plan
	receipt  *Manifest // that is there; nil of none
	previous string    // its SHA-256
	recorded string    // the newest publication that the receipt is to name
	pending  []Entry   // of the intent that is there
}

// found is a file as the folder has it.
type found struct {
	sum   Sum
	stamp source.Stamp
	there bool // as an ordinary file that can be read
}

// survey is a plan that is being made.
type survey struct {
	*Plan
	site     Site
	named    map[string]string   // digests by path, of the receipt
	intended map[string][]string // and of the intent
	mu       sync.Mutex
	problems []source.Problem
	owned    []string
}

func (s *survey) report(p source.Problem) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.problems = append(s.problems, p)
}

// Plan compares the folder with the site. With an error among the problems there is
// no plan. Whoever has one calls Discard when done with it.
func (h Host) Plan(ctx context.Context, site Site, progress func(done, all int)) (*Plan, []source.Problem) {
	s := &survey{Plan: &Plan{host: h}, site: site, named: map[string]string{}, intended: map[string][]string{}}
	if n := len(site.Recorded); n > 0 {
		s.recorded = site.Recorded[n-1]
	}
	if !s.readReceipts() || !s.checkPaths() {
		return nil, s.problems
	}
	var err error
	if s.staging, err = h.target().Stage(); err != nil {
		return nil, []source.Problem{h.problem("", err)}
	}
	s.compare(ctx, progress)
	if source.Errors(s.problems) == 0 {
		s.survey()
	}
	if problems := source.Sort(s.problems); source.Errors(problems) > 0 {
		s.Discard()
		return nil, problems
	}
	return s.Plan, source.Sort(s.problems)
}

// Discard deletes what waits for its place.
func (p *Plan) Discard() { p.staging.Discard() }

// readReceipts reads what tells which files are ours.
func (s *survey) readReceipts() bool {
	receipt, data, err := s.host.readManifest(manifestFile)
	if err != nil {
		s.report(s.host.problem(manifestFile, err))
		return false
	}
	if s.receipt = receipt; receipt != nil {
		s.previous = digest(data)
		for _, e := range receipt.Files {
			s.named[e.Path] = e.Sum
		}
	}
	intent, _, err := s.host.readManifest(intentFile)
	if err != nil {
		s.report(s.host.problem(intentFile, err))
		return false
	}
	for _, m := range []*Manifest{intent, receipt} {
		if s.newer(m) {
			s.older(m)
			break
		}
	}
	if intent != nil {
		s.Completes, s.pending = true, intent.Files
		for _, e := range intent.Files {
			s.intended[e.Path] = append(s.intended[e.Path], e.Sum)
		}
	}
	return source.Errors(s.problems) == 0
}

// older tells that the site is older than what was published. What is urgent is published
// all the same, and older content is as old as before.
func (s *survey) older(than *Manifest) {
	code := source.PublishOlder
	if s.site.Urgent {
		code, s.recorded = source.WithdrawOlder, than.Recorded
	}
	s.report(source.At(source.Pos{Path: source.Path(s.host.Shown)}, code))
}

// newer tells that what a receipt or an intent tells of was published from newer content.
func (s *survey) newer(m *Manifest) bool {
	return m != nil && m.Recorded != "" && !slices.Contains(s.site.Recorded, m.Recorded)
}

// checkPaths refuses a site that has a file of its own where the receipt is to be.
func (s *survey) checkPaths() bool {
	for _, f := range s.site.Files {
		if isOwn(f.Path) {
			s.report(source.At(source.Pos{Path: source.Path(path.Join(s.site.Shown, f.Path))}, source.PublishReserved))
		}
	}
	return source.Errors(s.problems) == 0
}

// compare looks at every file that the site has or that is ours, and stages what differs.
func (s *survey) compare(ctx context.Context, progress func(done, all int)) {
	wanted := map[string]bool{}
	for _, f := range s.site.Files {
		wanted[f.Path] = true
	}
	var others []string // ours that the site has no longer
	for p := range s.named {
		if !wanted[p] {
			others = append(others, p)
		}
	}
	for p := range s.intended {
		if _, named := s.named[p]; !named && !wanted[p] {
			others = append(others, p)
		}
	}
	err := each(ctx, len(s.site.Files)+len(others), progress, func(i int) {
		if i < len(s.site.Files) {
			s.wantedFile(s.site.Files[i])
		} else {
			s.otherFile(others[i-len(s.site.Files)])
		}
	})
	if err != nil {
		s.report(s.host.problem("", err))
	}
	slices.Sort(s.owned)
	slices.Sort(s.Mended)
}

// each does something to every one of a number of files, on as many workers as there are
// processors, until it is interrupted.
func each(ctx context.Context, files int, progress func(done, all int), do func(i int)) error {
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < files && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				do(i)
				progress(int(done.Add(1)), files)
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}

// look finds out what the folder has at a path.
func (s *survey) look(path string) found {
	var f found
	f.sum, f.stamp, f.there = s.host.target().Sum(path)
	return f
}

// own notes whether what the folder has at a path is ours, and tells whether somebody
// changed it by hand. What an interrupted publication did to it is no such change.
func (s *survey) own(path string, f found) (byHand bool) {
	sum := hex.EncodeToString(f.sum[:])
	named, inReceipt := s.named[path]
	intended := f.there && slices.Contains(s.intended[path], sum)
	s.mu.Lock()
	defer s.mu.Unlock()
	if inReceipt || intended || !f.there {
		s.owned = append(s.owned, path)
	}
	return inReceipt && !intended && (f.there && sum != named || !f.there && !s.Completes)
}

func (s *survey) mend(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Mended = append(s.Mended, path)
}

// otherFile looks at a file that the site does not have.
func (s *survey) otherFile(path string) {
	if has := s.look(path); s.own(path, has) && has.there {
		s.mend(path)
	}
}

// wantedFile keeps a file that the folder has with the same bytes, and stages another.
func (s *survey) wantedFile(f File) {
	has := s.look(f.Path)
	same := has.there && has.sum == f.Sum
	_, inReceipt := s.named[f.Path]
	if _, intended := s.intended[f.Path]; (inReceipt || intended) && s.own(f.Path, has) && !same {
		s.mend(f.Path)
	}
	var err error
	if same {
		err = s.staging.Keep(f.Path, f.Class, f.Sum, has.stamp)
	} else {
		err = s.staging.Put(f.Path, f.Class, func(w io.Writer) error { return s.copy(w, f.Path) })
	}
	if err != nil {
		s.report(s.fault(f.Path, err))
	}
}

// unreadable is that a file of the site cannot be read.
type unreadable struct{ error }

func (s *survey) copy(w io.Writer, path string) error {
	r, err := s.site.Open(path)
	if err != nil {
		return unreadable{err}
	}
	defer func() { _ = r.Close() }()
	_, err = io.Copy(w, r)
	return err
}

// fault is a problem of a file of the site on its way.
func (s *survey) fault(p string, err error) source.Problem {
	if e := (unreadable{}); errors.As(err, &e) {
		return source.At(source.Pos{Path: source.Path(path.Join(s.site.Shown, p))}, source.PublishStale, source.Given(false), source.Given(false), source.Given(false), source.Given(true))
	}
	return s.host.problem(p, err)
}

// survey holds what was staged against its digests and looks at the whole folder.
func (s *survey) survey() {
	staged := map[string]Sum{}
	for _, f := range s.staging.Files() {
		staged[f.Path] = f.Sum
	}
	for _, f := range s.site.Files {
		if staged[f.Path] != f.Sum { // somebody was in the site's folder
			s.report(source.At(source.Pos{Path: source.Path(path.Join(s.site.Shown, f.Path))}, source.PublishStale, source.Given(false), source.Given(false), source.Given(false), source.Given(true)))
		}
	}
	plan, problems := s.staging.Plan(s.owned)
	for _, p := range problems {
		if rest, below := strings.CutPrefix(string(p.Pos.Path), s.host.Shown+"/"); !below || !isOwn(rest) {
			s.report(s.host.translated(p))
		}
	}
	if plan == nil {
		return
	}
	s.plan, s.Changes = plan, plan.Changes()
	for _, p := range s.Foreign {
		s.report(source.At(source.Pos{Path: source.Path(path.Join(s.host.Shown, p))}, source.PublishOccupied))
	}
}

// translated is a problem of package public in the words of a publication.
func (h Host) translated(p source.Problem) source.Problem {
	switch p.Code {
	case source.OutputOccupied:
		p.Code = source.PublishOccupied
	case source.OutputLink:
		p.Code = source.PublishLink
	}
	return p
}

// problem places an error at a file of the folder; "" is the folder.
func (h Host) problem(file string, err error) source.Problem {
	shown := h.Shown
	if file != "" {
		shown = path.Join(shown, file)
	}
	pos := source.Pos{Path: source.Path(shown)}
	onPublic := (*public.Error)(nil)
	switch {
	case errors.As(err, &onPublic):
		return h.translated(onPublic.Problem)
	case errors.Is(err, errForeign):
		return source.At(pos, source.PublishReceipt)
	case errors.Is(err, context.Canceled):
		return source.At(source.Pos{}, source.Interrupted, source.Given(false), source.Given(false), source.Given(true))
	}
	return source.At(pos, source.OutputUnusable, source.Because(err))
}
