package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// The test binary stands in for every program that is measured: this variable
// says how well it does its work.
const fake = "BENCH_FAKE"

func TestMain(m *testing.M) {
	if how := os.Getenv(fake); how != "" {
		os.Exit(standIn(how, os.Args))
	}
	os.Exit(m.Run())
}

// standIn is the program that args name.
func standIn(how string, args []string) int {
	after := func(flag string) string {
		if i := slices.Index(args, flag); i >= 0 && i+1 < len(args) {
			return args[i+1]
		}
		return ""
	}
	site, port := after("-C")+after("-s"), after("--port")
	switch {
	case how == "broken":
		fmt.Println("it is broken")
		return 1
	case port != "":
		fmt.Println(http.ListenAndServe("127.0.0.1:"+port, fakeServer(site, how)))
		return 1
	case slices.Contains(args, "-test.benchtime"):
		fmt.Println("BenchmarkBuildWithoutData-2   \t       1\t1500000000 ns/op")
	case site != "":
		out := filepath.Join(site, "public")
		if d := after("-d"); d != "" {
			out = d
		}
		if how == "deaf" {
			if _, err := os.Stat(out); err == nil {
				return 0
			}
		}
		files, _ := filepath.Glob(filepath.Join(site, "content", "referater", "*", "*.md"))
		for _, file := range files {
			name, _ := filepath.Rel(filepath.Join(site, "content"), strings.TrimSuffix(file, ".md"))
			write(filepath.Join(out, name, "index.html"), pageOf(site, "/"+filepath.ToSlash(name)+"/"))
		}
		write(filepath.Join(out, "referater", "index.html"), pageOf(site, listAddress))
	}
	return 0
}

func write(file, text string) {
	_ = os.MkdirAll(filepath.Dir(file), 0o755)
	_ = os.WriteFile(file, []byte(text), 0o644)
}

// pageOf is the layout and the minutes of a page, of a list of them all.
func pageOf(site, address string) string {
	page, _ := os.ReadFile(filepath.Join(site, "layouts", "base.html"))
	twins, _ := os.ReadFile(filepath.Join(site, "layouts", "baseof.html"))
	files := []string{filepath.Join(site, "content", path.Clean(address)+".md")}
	if address == listAddress {
		files, _ = filepath.Glob(filepath.Join(site, "content", "referater", "*", "*.md"))
	}
	page = append(page, twins...)
	for _, file := range files {
		text, _ := os.ReadFile(file)
		page = append(page, text...)
	}
	return string(page)
}

func fakeServer(site, how string) http.Handler {
	first := map[string]string{}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page := pageOf(site, r.URL.Path)
		if how == "deaf" {
			if first[r.URL.Path] == "" {
				first[r.URL.Path] = page
			}
			page = first[r.URL.Path]
		}
		_, _ = io.WriteString(w, page)
	})
}

// measuring is a bench of which all programs are the test binary.
func measuring(t *testing.T, how string) (*bench, *sites, *strings.Builder) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege there")
	}
	t.Setenv(fake, how)
	said := &strings.Builder{}
	b := newBench(options{rounds: 2, edits: 2, work: t.TempDir()}, said)
	b.patience, b.limit = 0, 10*time.Second
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	b.hugo = self
	if err := os.Mkdir(filepath.Join(b.work, "bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"generator", "generator.test", "floor"} {
		if err := os.Symlink(self, b.bin(name)); err != nil {
			t.Fatal(err)
		}
	}
	s := small(t)
	s.twin = filepath.Join(s.dir, "twin")
	if err := os.CopyFS(s.twin, os.DirFS(s.ours)); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(s.twin, "layouts", "baseof.html"), "<body></body>")
	return b, s, said
}

func TestEveryQuantityIsMeasuredInEveryRound(t *testing.T) {
	b, s, said := measuring(t, "well")
	ctx := context.Background()
	if err := b.take(ctx, s, []turn{b.ours, b.floor, b.hugoBuilds}); err != nil {
		t.Fatal(err)
	}
	if err := b.take(ctx, s, []turn{b.serveOurs, b.serveHugo, b.serveHugoInFull}); err != nil {
		t.Fatal(err)
	}
	for q := range quantities {
		want := b.rounds
		if q == bodyServed || q == titleServed {
			want *= b.edits
		}
		for _, who := range []string{ours, hugo} {
			if who == hugo && (q == coldWithoutData || q == bodyEdited || q == titleEdited || q == layoutEdited) {
				continue // Hugo has no such thing
			}
			got := summarise(b.figures.of(s.size, q, who))
			if got.n != want || got.least <= 0 {
				t.Errorf("%s of %s: got %+v, want %d", q.name(), who, got, want)
			}
		}
	}
	if got := b.figures.of(s.size, coldWithoutData, ours); len(got) == 0 || got[0] != 1.5 {
		t.Errorf("without data: got %v", got)
	}
	if n := strings.Count(said.String(), "\n"); n < 40 {
		t.Errorf("%d lines were said:\n%s", n, said)
	}
	if got := table(b.figures, []int{s.size}); strings.Contains(got, "never") {
		t.Error(got)
	}
}

func TestProgramsTakeTurns(t *testing.T) {
	b, s, _ := measuring(t, "well")
	var order string
	named := func(name string) turn {
		return func(context.Context, *sites) error { order += name; return nil }
	}
	if err := b.take(context.Background(), s, []turn{named("a"), named("b"), named("c")}); err != nil || order != "abcbca" {
		t.Errorf("got %s, %v", order, err)
	}
}

func TestAColdBuildFindsNothing(t *testing.T) {
	b, s, _ := measuring(t, "well")
	out := filepath.Join(s.ours, "public")
	put(t, filepath.Join(out, "old.html"), "old")
	if err := b.putAway(s, out, filepath.Join(s.ours, ".cache")); err != nil { // there is no .cache
		t.Fatal(err)
	}
	if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Errorf("the last build is still there: %v", err)
	}
	if err := b.take(context.Background(), s, []turn{b.floor}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(s.dir, "away")); !os.IsNotExist(err) {
		t.Errorf("what was put away is still there after the round: %v", err)
	}
}

func TestAServerStartsWithAFinishedBuild(t *testing.T) {
	b, s, _ := measuring(t, "well")
	if err := b.serveOurs(context.Background(), s); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(s.ours, "public", "referater", "index.html")); err != nil {
		t.Error(err)
	}
}

func TestABuildThatMissesAnEditIsNotTimed(t *testing.T) {
	b, s, _ := measuring(t, "deaf")
	err := b.ours(context.Background(), s)
	if err == nil || !strings.Contains(err.Error(), "does not show it") {
		t.Errorf("got %v", err)
	}
	if got := b.figures.of(s.size, bodyEdited, ours); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestAServerThatMissesEditsIsGivenUpOnce(t *testing.T) {
	b, s, _ := measuring(t, "deaf")
	b.limit = 0 // 360 ms for the twelve meetings
	ctx := context.Background()
	v := server{ours, s.ours, ourBase, nil, []string{b.bin("generator"), "serve", "-C", s.ours, "--port"}}
	for range 2 {
		if err := b.serve(ctx, s, v, bodyServed); err != nil {
			t.Fatal(err)
		}
	}
	values := b.figures.of(s.size, bodyServed, ours)
	if got := summarise(values); len(values) != 2*b.edits || got.n != 0 {
		t.Errorf("got %v", values)
	}
	if b.words != 1 {
		t.Errorf("%d edits were tried", b.words)
	}
}

func TestABrokenProgramIsToldWithWhatItSaid(t *testing.T) {
	b, s, _ := measuring(t, "broken")
	ctx := context.Background()
	for name, measured := range map[string]turn{"builds": b.ours, "floor": b.floor, "server": b.serveOurs} {
		if err := measured(ctx, s); err == nil || !strings.Contains(err.Error(), "it is broken") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestAServerIsAskedToEnd(t *testing.T) {
	b, s, _ := measuring(t, "well")
	r, err := start(context.Background(), b.hugoServer(s))
	if err != nil {
		t.Fatal(err)
	}
	if took, err := r.until(r.load.began, time.Minute, "", s.address(0)); err != nil || took == never {
		t.Fatal(took, err)
	}
	r.stop()
	if got := r.process.ProcessState.String(); !strings.Contains(got, "interrupt") {
		t.Errorf("it ended by %s", got)
	}
}
