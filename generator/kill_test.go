package main

import (
	"bufio"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"referat/generator/plain"
	"referat/generator/source"
)

// putAll makes a folder hold a site and nothing else of the user's. Each file is
// there whole at any instant.
func putAll(t testing.TB, dir string, site map[string]string) {
	t.Helper()
	a := &author{dir: dir}
	for _, name := range a.list(t, "") {
		if _, ok := site[name]; !ok {
			must(t, os.Remove(a.file(name)))
		}
	}
	for name, text := range site {
		if a.read(t, name).text != text {
			must(t, os.MkdirAll(filepath.Dir(a.file(name)), 0o755))
			must(t, os.WriteFile(a.file(name)+"~", []byte(text), 0o644))
			must(t, os.Rename(a.file(name)+"~", a.file(name)))
		}
	}
}

// variant is one of three sites that differ on every page, and in what pages and
// files there are.
func variant(n, meetings int) map[string]string {
	site := fixedSite()
	site["site.toml"] = strings.Replace(settingsText, `title = "Om os"`, fmt.Sprintf(`title = "Om os %d"`, n), 1)
	site[attachmentName] = fmt.Sprint("bytes ", n)
	for i := range meetings {
		site[fmt.Sprintf("content/referater/styring/%d-%02d-%02d.md", 2000+i/300, 1+i/25%12, 1+i%25)] = site[secondName]
	}
	switch n {
	case 1:
		site["content/ny.md"] = "+++\ntitle = \"Ny\"\n+++\n\nNy.\n"
		delete(site, firstName)
	case 2:
		site["content/ny/under.md"] = "+++\ntitle = \"Under\"\n+++\n\nUnder.\n"
		site["content/referater/raad/2024-04-02.md"] = site[secondName]
	}
	return site
}

// cleanBuilds are clean builds of the variants, and all bytes that each file may have.
func cleanBuilds(t *testing.T, meetings int) (all []result, whole map[string][]string) {
	c := &cleaner{base: memoryFolder(t)}
	whole = map[string][]string{}
	for n := range 3 {
		dir := t.TempDir()
		putAll(t, dir, variant(n, meetings))
		r := c.build(t, &author{dir: dir}, plain.DigestOf("clean"), options{now: at})
		if r.failed {
			t.Fatal(r.problems)
		}
		all = append(all, r)
		for p, text := range r.files {
			whole[p] = append(whole[p], text)
		}
	}
	return all, whole
}

// checkWhole tells of files that are not just as some build wrote them.
func checkWhole(t *testing.T, public string, whole map[string][]string) {
	t.Helper()
	for p, text := range textsIn(t, public) {
		if !slices.Contains(whole[p], text) {
			t.Errorf("%s is not as a build writes it, but %d bytes: %.60q", p, len(text), text)
		}
	}
}

func TestABuildThatEndsAtAnyWriteIsCompletedByTheNext(t *testing.T) {
	t.Parallel()
	clean, whole := cleanBuilds(t, 0)
	for _, goesOn := range []bool{true, false} {
		dir := t.TempDir()
		public := filepath.Join(dir, "public")
		putAll(t, dir, variant(0, 0))
		b := builderOf(t, dir)
		settled(b, func(int, int) {})
		ended := false
		for k := 0; !ended; k++ {
			// From what one variant made to another, then perhaps to a third.
			putAll(t, dir, variant(1+k%2, 0))
			writes := &atomic.Int64{}
			writes.Store(int64(k))
			r := b.build(stopping{context.Background(), writes}, nil, func(int, int) {})
			ended = r.done()
			checkWhole(t, public, whole)
			n := (k / 2) % 3
			putAll(t, dir, variant(n, 0))
			if !goesOn {
				b = builderOf(t, dir)
			}
			if r := settled(b, func(int, int) {}); len(r.problems) != len(clean[n].problems) {
				t.Fatalf("after %d writes, it says %v", k, r.problems)
			}
			sameTexts(t, textsIn(t, public), clean[n].files)
			if t.Failed() {
				t.Fatalf("after %d writes of variant %d, then variant %d; the builder goes on: %v", k, 1+k%2, n, goesOn)
			}
			putAll(t, dir, variant(0, 0))
			settled(b, func(int, int) {})
		}
	}
}

// What a build that was not yet written down left is no longer how the folder is,
// once another has begun to change it.
func TestWritingDownAnEarlierBuildForgetsNothingOfOneThatFailed(t *testing.T) {
	dir := fixedCopy(t)
	b := builderOf(t, dir)
	undo := edit{"content/om.md", "er her", "er der"}.do(t, dir)
	if r := b.build(context.Background(), nil, func(int, int) {}); !r.done() {
		t.Fatal(r.problems)
	}
	undo()
	undo = edit{"content/nyhed.md", "", "+++\ntitle = \"Nyt\"\n+++\n\nNyt.\n"}.do(t, dir)
	writes := &atomic.Int64{}
	writes.Store(1)
	if r := b.build(stopping{context.Background(), writes}, nil, func(int, int) {}); r.files.Written != 1 || r.done() {
		t.Fatalf("the build was to end after one write: %+v %v", r.files, r.problems)
	}
	b.settle()
	undo()
	for _, b := range []*builder{builderOf(t, dir), b} {
		if r := settled(b, func(int, int) {}); !r.done() || slices.Contains(codes(r), source.ForeignFile) {
			t.Errorf("it says %v", r.problems)
		}
		if _, err := os.Stat(filepath.Join(dir, "public", "nyhed", "index.html")); err == nil {
			t.Error("the page that the failed build had written is still there")
		}
	}
}

// sameTexts is same for texts.
func sameTexts(t *testing.T, got, want map[string]string) {
	t.Helper()
	bytesOf := func(texts map[string]string) map[string][]byte {
		all := map[string][]byte{}
		for p, text := range texts {
			all[p] = []byte(text)
		}
		return all
	}
	same(t, bytesOf(got), bytesOf(want))
}

// The child of TestAKilledProcessIsCompletedByTheNext builds the variants in turn
// until it is killed, by one builder or by a new one each time.
func TestChildThatBuildsUntilItIsKilled(t *testing.T) {
	dir := os.Getenv("REFERAT_TEST_KILL")
	if dir == "" {
		t.Skip("it runs only in the process that TestAKilledProcessIsCompletedByTheNext starts")
	}
	b := builderOf(t, dir)
	for n := 0; ; n++ {
		putAll(t, dir, variant(n%3, killedMeetings))
		if r := settled(b, func(int, int) {}); !r.done() {
			t.Fatal(r.problems)
		}
		if n == 0 {
			fmt.Println("built")
		}
		if os.Getenv("REFERAT_TEST_NEW") != "" {
			b = builderOf(t, dir)
		}
	}
}

// killedMeetings make a site of some hundred files.
const killedMeetings = 100

// waitForSwitch waits until a build is about to change the output folder, or for
// long enough that none will.
func waitForSwitch(cache string) {
	for began := time.Now(); time.Since(began) < 2*time.Second; {
		if found, _ := filepath.Glob(filepath.Join(cache, "*", "intent")); len(found) > 0 {
			return
		}
	}
}

func TestAKilledProcessIsCompletedByTheNext(t *testing.T) {
	if testing.Short() || runtime.GOOS == "windows" {
		t.Skip("it starts processes, and kills them as Unix does")
	}
	self, err := os.Executable()
	must(t, err)
	clean, whole := cleanBuilds(t, killedMeetings)
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	t.Logf("seed %d", seed)
	dir := filepath.Join(memoryFolder(t), "site")
	public := filepath.Join(dir, "public")
	switching, kills := 0, 0
	for ; kills < 20 || switching < 3 && kills < 60; kills++ {
		child := exec.Command(self, "-test.run=^TestChildThatBuildsUntilItIsKilled$")
		child.Env = append(os.Environ(), "REFERAT_TEST_KILL="+dir, "REFERAT_TEST_NEW="+strings.Repeat("x", kills%2))
		putAll(t, dir, variant(0, killedMeetings))
		out, err := child.StdoutPipe()
		must(t, err)
		must(t, child.Start())
		if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
			t.Error(err)
		}
		longest := 100 * time.Millisecond
		if kills%4 > 1 {
			longest = 3 * time.Millisecond
			waitForSwitch(filepath.Join(dir, ".cache"))
		}
		time.Sleep(time.Duration(random.Int64N(int64(longest)))) // the instant is what is tried
		must(t, child.Process.Kill())
		_ = child.Wait()
		checkWhole(t, public, whole)
		n := random.IntN(3)
		putAll(t, dir, variant(n, killedMeetings))
		b := builderOf(t, dir)
		if len(b.ledger.Intended()) > 0 {
			switching++
		}
		if r := settled(b, func(int, int) {}); len(r.problems) != len(clean[n].problems) {
			t.Errorf("it says %v", r.problems)
		}
		sameTexts(t, textsIn(t, public), clean[n].files)
		if t.Failed() {
			t.Fatalf("at kill %d", kills)
		}
	}
	if switching == 0 {
		t.Error("no kill fell into a switch; the test says nothing")
	}
	t.Logf("%d of %d kills fell into a switch", switching, kills)
}

// A folder that cannot be written stops a build before it changes anything, and
// when it can be again, the next build completes it.
func TestAFolderThatMayNotBeWrittenStopsTheBuild(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("root, and Windows, may write in a folder whatever its mode")
	}
	clean, _ := cleanBuilds(t, 0)
	for _, locked := range []string{"public", "public/referater/raad", ".cache"} {
		dir := t.TempDir()
		public := filepath.Join(dir, "public")
		putAll(t, dir, variant(0, 0))
		b := builderOf(t, dir)
		settled(b, func(int, int) {})
		before := textsIn(t, public)
		folders := []string{filepath.Join(dir, locked)}
		if locked == ".cache" {
			folders = append(folders, b.target.Cache)
		}
		for _, f := range folders {
			must(t, os.Chmod(f, 0o555))
			t.Cleanup(func() { _ = os.Chmod(f, 0o755) })
		}
		putAll(t, dir, variant(2, 0))
		r := settled(b, func(int, int) {})
		if !slices.Contains(codes(r), source.OutputUnusable) {
			t.Errorf("with %s locked it says %v", locked, r.problems)
		}
		if locked != "public/referater/raad" { // there it shows when the first files have been written
			sameTexts(t, textsIn(t, public), before)
		}
		for _, f := range folders {
			must(t, os.Chmod(f, 0o755))
		}
		if r := settled(b, func(int, int) {}); !r.done() {
			t.Errorf("with nothing locked it says %v", r.problems)
		}
		sameTexts(t, textsIn(t, public), clean[2].files)
	}
}

// What is in the folder already is foreign to a build that remembers nothing. Once it has
// taken that over, it is ours, also when the process ends before the ledger is written.
func TestFilesTakenOverStayOursWhenTheLedgerIsNotWritten(t *testing.T) {
	clean, _ := cleanBuilds(t, 0)
	dir := t.TempDir()
	putAll(t, dir, variant(0, 0))
	first := builderOf(t, dir)
	settled(first, func(int, int) {})
	first.close()
	must(t, os.RemoveAll(filepath.Join(dir, ".cache")))
	second := builderOf(t, dir)
	if r := second.build(context.Background(), nil, func(int, int) {}); !r.done() {
		t.Fatal(told(r))
	}
	second.close()
	putAll(t, dir, variant(1, 0))
	settled(builderOf(t, dir), func(int, int) {})
	if got := textsIn(t, filepath.Join(dir, "public")); !maps.Equal(got, clean[1].files) {
		t.Error("files that nobody wants any more were left behind")
	}
}
