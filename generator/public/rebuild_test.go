package public

import (
	"context"
	"crypto/sha256"
	"errors"
	"maps"
	"os"
	"slices"

	"referat/generator/source"
)

// memory is what the next build knows of the last one, like a ledger.
type memory struct {
	Seen  Seen
	Clock int64
	Sums  map[string][sha256.Size]byte
}

// rebuild makes the output folder equal the set as a caller does that goes by
// what the last build left.
func (x *fixture) rebuild(files set) (Report, []source.Problem, error) {
	x.switching, x.quickly = false, false
	must := func(err error) {
		if err != nil {
			panic(err)
		}
	}
	must(os.MkdirAll(x.Cache, 0o755))
	clock := source.Clock(x.Cache)
	looked := x.look(x.disk, leftIn(x.left.Seen), x.left.Seen.Folders, x.left.Clock)
	s, err := x.stage(x.disk)
	if err != nil {
		return Report{}, nil, err
	}
	defer s.Discard()
	same, err := x.putOthers(s, files, looked.Touched)
	if err != nil {
		return Report{}, nil, err
	}
	plan, problems := x.plan(s, looked, files, same)
	if plan == nil {
		return Report{}, problems, errors.New("no plan")
	}
	x.owned = append(x.owned, plan.Intended()...)
	x.switching = true
	if x.before != nil {
		x.before()
	}
	report, err := plan.Switch(context.Background())
	if err == nil {
		x.owned = slices.Sorted(maps.Keys(files))
		x.left = memory{plan.Seen(), clock, map[string][sha256.Size]byte{}}
		for p, content := range files {
			x.left.Sums[p] = sha256.Sum256([]byte(content))
		}
	}
	return report, problems, err
}

// putOthers puts the files that the last build did not leave as they are to be,
// and gives those that it did.
func (x *fixture) putOthers(s *Staging, files set, touched []string) (same []string, err error) {
	for _, p := range slices.Sorted(maps.Keys(files)) {
		sum, known := x.left.Sums[p]
		known = known && sum == sha256.Sum256([]byte(files[p]))
		switch _, again := slices.BinarySearch(touched, p); {
		case known && !again:
			same = append(same, p)
			continue
		case known:
			if now, stamp, ok := x.sum(x.disk, p); ok && now == sum {
				if err := s.Keep(p, classOf(p), sum, stamp); err != nil {
					return nil, err
				}
				continue
			}
		}
		if err := s.PutBytes(p, classOf(p), []byte(files[p])); err != nil {
			return nil, err
		}
	}
	return same, nil
}

func (x *fixture) plan(s *Staging, looked Looked, files set, same []string) (*Plan, []source.Problem) {
	var removed []string
	for p := range x.left.Seen.Files {
		if _, wanted := files[p]; !wanted {
			removed = append(removed, p)
		}
	}
	if looked.Folders {
		if plan, ok := s.PlanQuick(x.left.Seen, removed, x.left.Clock); ok {
			x.quickly = true
			return plan, nil
		}
	}
	for _, p := range same {
		if err := s.Keep(p, classOf(p), x.left.Sums[p], x.left.Seen.Files[p]); err != nil {
			return nil, []source.Problem{err.(*Error).Problem}
		}
	}
	return s.Plan(x.owned)
}

// tick waits until what is written has another time than what was.
func (x *fixture) tick(t check) {
	must(t, os.MkdirAll(x.Cache, 0o755))
	for began := source.Clock(x.Cache); source.Clock(x.Cache) == began; {
	}
}

// sees checks what the last build says it left against the disk, and against
// what a build says that compares and lists everything.
func (x *fixture) sees(t check, files set) {
	t.Helper()
	s, err := x.stage(local{})
	must(t, err)
	defer s.Discard()
	for p, content := range files {
		must(t, s.PutBytes(p, classOf(p), []byte(content)))
	}
	plan, problems := s.Plan(x.owned)
	if plan == nil {
		t.Fatal(problems)
	}
	if report, err := plan.Switch(context.Background()); err != nil || report != (Report{Kept: len(files)}) {
		t.Fatalf("the folder was not as it should be: %+v, %v", report, err)
	}
	fresh := plan.Seen()
	if !maps.Equal(x.left.Seen.Files, fresh.Files) {
		t.Fatalf("the stamps of files differ:\n got %v\nwant %v", x.left.Seen.Files, fresh.Files)
	}
	for dir, want := range fresh.Folders {
		got := x.left.Seen.Folders[dir]
		want.Foreign = want.Foreign && got.Foreign // it may have been ours before
		if got != want {
			t.Fatalf("the folder %s is said to be %v, is %v", dir, got, want)
		}
	}
	// A folder that once was ours was listed to its depth, one of others only until
	// a file was found.
	for dir, got := range x.left.Seen.Folders {
		info, err := os.Lstat(x.onDisk(dir))
		must(t, err)
		entries, err := os.ReadDir(x.onDisk(dir))
		must(t, err)
		if want := (Folder{source.StampOf(info), sumOf(entries), got.Foreign}); got != want {
			t.Fatalf("the folder %s is said to be %v, is %v", dir, got, want)
		}
	}
}
